package io.cioagent.instrumentation.undertow;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/**
 * Woven into the method that hands an exchange to the application's handlers, at each dispatch
 * again.
 */
final class HandleAdvice {
  private HandleAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Point int point, @Advice.Argument(1) Object exchange) {
    Bridge.enter(point, exchange, null, null);
  }
}
