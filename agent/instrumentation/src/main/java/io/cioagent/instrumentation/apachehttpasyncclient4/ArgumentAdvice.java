package io.cioagent.instrumentation.apachehttpasyncclient4;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into what happens to a request and comes with something. */
final class ArgumentAdvice {
  private ArgumentAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Point int point, @Advice.This Object handler, @Advice.Argument(0) Object argument) {
    Bridge.enter(point, handler, argument, null);
  }
}
