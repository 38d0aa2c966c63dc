package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/**
 * Woven into where a minimal client since 5.2 gets the request: the body of a lambda, on the thread
 * that asks.
 */
final class MinimalAdvice {
  private MinimalAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(
      @Point int point,
      @Advice.Argument(1) Object handler,
      @Advice.Argument(3) Object cancellable,
      @Advice.Argument(4) Object request) {
    return Bridge.enter(point, handler, cancellable, request);
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(@Point int point, @Advice.Enter Object scope, @Advice.Thrown Throwable thrown) {
    if (scope != null) {
      Bridge.exit(point, scope, null, thrown);
    }
  }
}
