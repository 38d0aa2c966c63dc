package io.cioagent.instrumentation.jettyclient;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven where listeners are chosen or told: runs before the application hears of it. */
final class BeforeAdvice {
  private BeforeAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Point int point,
      @Advice.This Object woven,
      @Advice.Argument(0) Object first,
      @Advice.Argument(value = 1, optional = true) Object second) {
    Bridge.enter(point, woven, first, second);
  }
}
