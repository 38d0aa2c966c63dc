package io.cioagent.instrumentation.javanethttp;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the constructor of what serves one request, on the thread that asked for it. */
final class MultiExchangeAdvice {
  private MultiExchangeAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Point int point, @Advice.This Object multiExchange) {
    Bridge.enter(point, multiExchange, null, null);
  }
}
