package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/**
 * Woven into the method that writes the head of a request, once there is a connection. At its end,
 * because interceptors of the application run in it, which may refuse the request.
 */
final class WriteAdvice {
  private WriteAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(
      @Point int point,
      @Advice.This Object handler,
      @Advice.FieldValue("val$request") Object request,
      @Advice.Thrown Throwable thrown) {
    if (thrown == null || thrown instanceof java.io.IOException) {
      Bridge.enter(point, handler, request, null);
    }
  }
}
