package io.cioagent.instrumentation.tomcat;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the method that tells an asynchronous request what has become of it. */
final class DispatchAdvice {
  private DispatchAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(@Point int point, @Advice.Argument(0) Object request) {
    return Bridge.enter(point, request, null, null);
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(
      @Point int point,
      @Advice.Enter Object scope,
      @Advice.Return boolean success,
      @Advice.Thrown Throwable thrown) {
    if (scope != null) {
      Bridge.exit(point, scope, success, thrown);
    }
  }
}
