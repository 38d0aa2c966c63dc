package io.cioagent.instrumentation.jettyserver;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into what happens to a request, and told before it does. */
final class EventAdvice {
  private EventAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Point int point,
      @Advice.This Object woven,
      @Advice.Argument(value = 0, optional = true) Object argument) {
    Bridge.enter(point, woven, argument, null);
  }
}
