package io.cioagent.instrumentation.jdkhttpserver;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the method that hands an exchange on to the next filter, or at last the handler. */
final class LeftAdvice {
  private LeftAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(@Point int point, @Advice.Argument(0) Object exchange) {
    Bridge.enter(point, exchange, null, null);
  }
}
