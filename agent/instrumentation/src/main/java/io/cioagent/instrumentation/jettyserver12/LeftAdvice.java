package io.cioagent.instrumentation.jettyserver12;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into what a thread does to serve a request. */
final class LeftAdvice {
  private LeftAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(@Point int point, @Advice.This Object invoker) {
    Bridge.enter(point, invoker, null, null);
  }
}
