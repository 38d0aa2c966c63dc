package io.cioagent.instrumentation.brave;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the closing of a tracer. */
final class ClosedAdvice {
  private ClosedAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Point int point, @Advice.This Object woven) {
    Bridge.enter(point, woven, null, null);
  }
}
