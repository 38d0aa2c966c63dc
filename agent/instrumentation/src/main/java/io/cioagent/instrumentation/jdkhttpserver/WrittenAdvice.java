package io.cioagent.instrumentation.jdkhttpserver;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the constructor of the server's events; those of no exchange have null. */
final class WrittenAdvice {
  private WrittenAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Point int point, @Advice.Argument(0) Object exchange) {
    if (exchange != null) {
      Bridge.enter(point, exchange, null, null);
    }
  }
}
