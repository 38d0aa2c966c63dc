package io.cioagent.instrumentation.reactornetty;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the method that decides after a failure whether the client itself asks again. */
final class RetryAdvice {
  private RetryAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Point int point,
      @Advice.This Object handler,
      @Advice.Argument(0) Object failure,
      @Advice.Return boolean again,
      @Advice.FieldValue("method") Object method,
      @Advice.FieldValue("toURI") Object endpoint) {
    Object scope = Bridge.enter(point, handler, failure, again ? endpoint : null);
    if (scope != null) {
      Bridge.exit(point, scope, method, null);
    }
  }
}
