package io.cioagent.instrumentation.jettyserver12;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the callback that a handler completes, or the container for it. */
final class FailedAdvice {
  private FailedAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Point int point,
      @Advice.This Object callback,
      @Advice.FieldValue("_request") Object request,
      @Advice.Argument(0) Object failure) {
    Bridge.enter(point, callback, request, failure);
  }
}
