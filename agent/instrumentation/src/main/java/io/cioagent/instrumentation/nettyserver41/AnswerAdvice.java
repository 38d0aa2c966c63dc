package io.cioagent.instrumentation.nettyserver41;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into encoders: what one has encoded goes over the wire next. */
final class AnswerAdvice {
  private AnswerAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Point int point,
      @Advice.This Object encoder,
      @Advice.Argument(0) Object context,
      @Advice.Argument(1) Object message) {
    Bridge.enter(point, encoder, context, message);
  }
}
