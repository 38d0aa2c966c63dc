package io.cioagent.instrumentation.javanethttp;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into where the body of the last answer is asked for, whose head is there. */
final class BodyAdvice {
  private BodyAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Point int point,
      @Advice.This Object exchange,
      @Advice.FieldValue("multi") Object multiExchange) {
    Bridge.enter(point, exchange, multiExchange, null);
  }
}
