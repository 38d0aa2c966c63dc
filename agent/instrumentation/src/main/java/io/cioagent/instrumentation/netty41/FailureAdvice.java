package io.cioagent.instrumentation.netty41;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the handlers that every failure of a connection passes. */
final class FailureAdvice {
  private FailureAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Point int point,
      @Advice.This Object handler,
      @Advice.Argument(0) Object context,
      @Advice.Argument(1) Object cause) {
    Bridge.enter(point, handler, context, cause);
  }
}
