package io.cioagent.instrumentation.apachehttpasyncclient4;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into what happens to a request. */
final class EventAdvice {
  private EventAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Point int point, @Advice.This Object handler) {
    Bridge.enter(point, handler, null, null);
  }
}
