package io.cioagent.instrumentation.apachehttpclient4;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the method of a client that sends a request to a host and returns the answer. */
final class RequestAdvice {
  private RequestAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(
      @Point int point,
      @Advice.This Object client,
      @Advice.Argument(0) Object target,
      @Advice.Argument(1) Object request) {
    return Bridge.enter(point, client, target, request);
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
