package io.cioagent.instrumentation.jdkhttpserver;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the constructor of the exchange that the application is shown. */
final class BeginAdvice {
  private BeginAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Point int point, @Advice.This Object exchange, @Advice.Argument(0) Object inner) {
    Bridge.enter(point, exchange, inner, null);
  }
}
