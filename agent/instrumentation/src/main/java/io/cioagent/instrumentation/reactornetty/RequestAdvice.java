package io.cioagent.instrumentation.reactornetty;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the method that writes a request to the connection it got. */
final class RequestAdvice {
  private RequestAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Point int point,
      @Advice.This Object handler,
      @Advice.Argument(0) Object connection,
      @Advice.FieldValue("method") Object method,
      @Advice.FieldValue("toURI") Object endpoint) {
    Object scope = Bridge.enter(point, handler, connection, endpoint);
    if (scope != null) {
      Bridge.exit(point, scope, method, null);
    }
  }
}
