package io.cioagent.instrumentation.vertxclient;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into where Vert.x 4 asks for the connection of a request. Only our hosts pay for more. */
final class RequestAdvice {
  private RequestAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(
      @Point int point, @Advice.This Object client, @Advice.Argument(2) Object host) {
    return Bridge.enter(point, client, host, null);
  }

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Point int point,
      @Advice.Enter Object scope,
      @Advice.Argument(0) Object method,
      @Advice.Argument(2) Object host,
      @Advice.Argument(3) int port,
      @Advice.Argument(4) Object tls,
      @Advice.Argument(5) Object path,
      @Advice.AllArguments Object[] all) {
    if (scope != null) {
      Bridge.exit(
          point, scope, new Object[] {method, host, port, tls, path, all[all.length - 1]}, null);
    }
  }
}
