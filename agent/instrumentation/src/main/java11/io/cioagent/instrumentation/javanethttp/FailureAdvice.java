package io.cioagent.instrumentation.javanethttp;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into where the client decides whether a failed exchange is tried again. */
final class FailureAdvice {
  private FailureAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Point int point, @Advice.This Object multiExchange, @Advice.Argument(0) Object failure) {
    Bridge.enter(point, multiExchange, failure, null);
  }
}
