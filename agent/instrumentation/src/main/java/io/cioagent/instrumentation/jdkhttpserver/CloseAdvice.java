package io.cioagent.instrumentation.jdkhttpserver;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the exchange's own close, which writes what is left or cuts the connection. */
final class CloseAdvice {
  private CloseAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(@Point int point, @Advice.This Object exchange) {
    Bridge.enter(point, exchange, null, null);
  }
}
