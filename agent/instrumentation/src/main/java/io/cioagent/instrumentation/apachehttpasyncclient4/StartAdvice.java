package io.cioagent.instrumentation.apachehttpasyncclient4;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into where a connection is asked for, first of all on the thread that asks. */
final class StartAdvice {
  private StartAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Point int point,
      @Advice.This Object handler,
      @Advice.FieldValue("localContext") Object context) {
    Bridge.enter(point, handler, context, null);
  }
}
