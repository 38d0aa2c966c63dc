package io.cioagent.instrumentation.httpurlconnection;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the private methods that stand for one exchange on the wire. */
final class WireAdvice {
  private WireAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Point int point,
      @Advice.This Object connection,
      @Advice.FieldValue("http") Object client,
      @Advice.FieldValue("responseCode") int status) {
    Object scope = Bridge.enter(point, connection, client, null);
    if (scope != null) {
      Bridge.exit(point, scope, status, null);
    }
  }
}
