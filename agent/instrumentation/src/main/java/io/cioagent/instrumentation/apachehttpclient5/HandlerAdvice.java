package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into what an exchange on the wire is told: the head of its answer, or its failure. */
final class HandlerAdvice {
  private HandlerAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Point int point,
      @Advice.This Object handler,
      @Advice.FieldValue("val$request") Object request,
      @Advice.Argument(0) Object told) {
    Bridge.enter(point, handler, request, told);
  }
}
