package io.cioagent.instrumentation.javanethttp;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the constructor of an answer's head. */
final class ResponseAdvice {
  private ResponseAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Point int point,
      @Advice.This Object response,
      @Advice.Argument(0) Object request,
      @Advice.Argument(1) Object exchange,
      @Advice.Argument(4) int status) {
    Object scope = Bridge.enter(point, request, exchange, response);
    if (scope != null) {
      Bridge.exit(point, scope, status, null);
    }
  }
}
