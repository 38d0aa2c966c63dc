package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into where a request enters each element of the asynchronous chain. */
final class ChainAdvice {
  private ChainAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(
      @Point int point,
      @Advice.This Object element,
      @Advice.Argument(0) Object request,
      @Advice.Argument(2) Object scope) {
    return Bridge.enter(point, element, request, scope);
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(@Point int point, @Advice.Enter Object scope, @Advice.Thrown Throwable thrown) {
    if (scope != null) {
      Bridge.exit(point, scope, null, thrown);
    }
  }
}
