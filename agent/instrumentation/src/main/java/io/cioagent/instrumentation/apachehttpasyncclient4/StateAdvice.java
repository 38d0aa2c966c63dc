package io.cioagent.instrumentation.apachehttpasyncclient4;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into where an answer is complete, which may be the last one of the request. */
final class StateAdvice {
  private StateAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Point int point, @Advice.This Object handler, @Advice.FieldValue("state") Object state) {
    Bridge.enter(point, handler, state, null);
  }
}
