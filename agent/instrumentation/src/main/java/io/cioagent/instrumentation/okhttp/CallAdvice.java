package io.cioagent.instrumentation.okhttp;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the method that runs all interceptors of a call, on whichever thread. */
final class CallAdvice {
  private CallAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(@Point int point, @Advice.This Object woven) {
    return Bridge.enter(point, woven, null, null);
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(
      @Point int point,
      @Advice.Enter Object scope,
      @Advice.Return Object response,
      @Advice.Thrown Throwable thrown) {
    if (scope != null) {
      Bridge.exit(point, scope, response, thrown);
    }
  }
}
