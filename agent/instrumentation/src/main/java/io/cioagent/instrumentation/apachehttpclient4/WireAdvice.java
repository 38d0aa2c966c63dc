package io.cioagent.instrumentation.apachehttpclient4;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the method that writes one request to a connection and reads its answer. */
final class WireAdvice {
  private WireAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(
      @Point int point,
      @Advice.This Object executor,
      @Advice.Argument(0) Object request,
      @Advice.Argument(2) Object context) {
    return Bridge.enter(point, executor, request, context);
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
