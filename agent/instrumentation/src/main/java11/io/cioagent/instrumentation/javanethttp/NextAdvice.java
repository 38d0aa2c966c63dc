package io.cioagent.instrumentation.javanethttp;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into what hands bytes, or the end, to the application's subscriber. */
final class NextAdvice {
  private NextAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Point int point,
      @Advice.This Object subscriber,
      @Advice.FieldValue("userSubscriber") Object userSubscriber,
      @Advice.Argument(0) Object given) {
    Bridge.enter(point, subscriber, userSubscriber, given);
  }
}
