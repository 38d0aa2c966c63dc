package io.cioagent.instrumentation.httpurlconnection;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** As {@link RequestAdvice} for the method that follows redirects, which may lead here. */
final class AnswerAdvice {
  private AnswerAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(@Point int point, @Advice.This Object connection) {
    return Bridge.enter(point, connection, null, null);
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(
      @Point int point,
      @Advice.Enter Object entered,
      @Advice.This Object connection,
      @Advice.FieldValue("responseCode") int status,
      @Advice.Thrown Throwable thrown) {
    Object scope = entered == null ? Bridge.enter(point, connection, connection, null) : entered;
    if (scope != null) {
      Bridge.exit(point, scope, status, thrown);
    }
  }
}
