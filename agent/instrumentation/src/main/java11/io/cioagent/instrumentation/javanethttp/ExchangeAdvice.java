package io.cioagent.instrumentation.javanethttp;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the method that starts one exchange on the wire. */
final class ExchangeAdvice {
  private ExchangeAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Point int point,
      @Advice.This Object exchange,
      @Advice.FieldValue("request") Object request,
      @Advice.FieldValue("multi") Object multiExchange) {
    Bridge.enter(point, exchange, request, multiExchange);
  }
}
