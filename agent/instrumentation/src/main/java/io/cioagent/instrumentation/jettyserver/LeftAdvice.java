package io.cioagent.instrumentation.jettyserver;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the ways by which a thread comes to serve a request. */
final class LeftAdvice {
  private LeftAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(@Point int point, @Advice.This Object server) {
    Bridge.enter(point, server, null, null);
  }
}
