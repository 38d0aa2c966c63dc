package io.cioagent.instrumentation.undertow;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the way by which each thread comes to serve an exchange. */
final class LeftAdvice {
  private LeftAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(@Point int point, @Advice.Argument(1) Object exchange) {
    Bridge.enter(point, exchange, null, null);
  }
}
