package io.cioagent.instrumentation.netty41;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the client codec's encoder: what it has encoded goes over the wire next. */
final class RequestAdvice {
  private RequestAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Point int point,
      @Advice.This Object encoder,
      @Advice.Argument(0) Object context,
      @Advice.Argument(1) Object message) {
    Bridge.enter(point, encoder, context, message);
  }
}
