package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into where a classic client writes one request and reads its answer. */
final class WireAdvice {
  private WireAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(
      @Point int point, @Advice.This Object woven, @Advice.Argument(1) Object request) {
    return Bridge.enter(point, woven, request, null);
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
