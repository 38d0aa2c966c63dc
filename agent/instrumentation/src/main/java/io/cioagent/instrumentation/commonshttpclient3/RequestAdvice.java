package io.cioagent.instrumentation.commonshttpclient3;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the method that serves one request of the application. */
final class RequestAdvice {
  private RequestAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(
      @Point int point,
      @Advice.This Object director,
      @Advice.FieldValue("hostConfiguration") Object host,
      @Advice.Argument(0) Object method) {
    return Bridge.enter(point, director, host, method);
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(@Point int point, @Advice.Enter Object scope, @Advice.Thrown Throwable thrown) {
    if (scope != null) {
      Bridge.exit(point, scope, null, thrown);
    }
  }
}
