package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into where a minimal client of 5.0 or 5.1 gets the request, on the thread that asks. */
final class MinimalChannelAdvice {
  private MinimalChannelAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(
      @Point int point,
      @Advice.FieldValue("val$exchangeHandler") Object handler,
      @Advice.FieldValue("val$cancellable") Object cancellable,
      @Advice.Argument(0) Object request) {
    return Bridge.enter(point, handler, cancellable, request);
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(@Point int point, @Advice.Enter Object scope, @Advice.Thrown Throwable thrown) {
    if (scope != null) {
      Bridge.exit(point, scope, null, thrown);
    }
  }
}
