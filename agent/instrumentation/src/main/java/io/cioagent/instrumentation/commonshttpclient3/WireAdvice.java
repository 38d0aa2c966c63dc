package io.cioagent.instrumentation.commonshttpclient3;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the method that writes one request to a connection and reads its answer. */
final class WireAdvice {
  private WireAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(
      @Point int point, @Advice.This Object method, @Advice.Argument(1) Object connection) {
    return Bridge.enter(point, method, connection, null);
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(
      @Point int point,
      @Advice.Enter Object scope,
      // Not asked by a call, which an application's method may have overridden.
      @Advice.FieldValue("responseStream") Object stream,
      @Advice.Thrown Throwable thrown) {
    if (scope != null) {
      Bridge.exit(point, scope, stream, thrown);
    }
  }
}
