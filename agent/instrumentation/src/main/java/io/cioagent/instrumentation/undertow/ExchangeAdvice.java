package io.cioagent.instrumentation.undertow;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into methods of the exchange that need no more than itself. */
final class ExchangeAdvice {
  private ExchangeAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Point int point, @Advice.This Object exchange) {
    Bridge.enter(point, exchange, null, null);
  }
}
