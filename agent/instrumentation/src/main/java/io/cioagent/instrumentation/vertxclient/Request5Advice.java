package io.cioagent.instrumentation.vertxclient;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** As {@link RequestAdvice} for Vert.x 5, which returns the future of the request. */
final class Request5Advice {
  private Request5Advice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(
      @Point int point, @Advice.This Object client, @Advice.Argument(2) Object authority) {
    return Bridge.enter(point, client, authority, null);
  }

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Point int point,
      @Advice.Enter Object scope,
      @Advice.Argument(1) Object method,
      @Advice.Argument(2) Object authority,
      @Advice.Argument(4) boolean tls,
      @Advice.Argument(5) Object path,
      @Advice.Return Object future) {
    if (scope != null) {
      Bridge.exit(point, scope, new Object[] {method, authority, null, tls, path, future}, null);
    }
  }
}
