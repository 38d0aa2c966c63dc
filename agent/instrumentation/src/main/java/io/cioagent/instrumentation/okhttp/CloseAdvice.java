package io.cioagent.instrumentation.okhttp;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into what closes an innermost source, and may let the rest of the answer pass before. */
final class CloseAdvice {
  private CloseAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Point int point, @Advice.This Object source) {
    Bridge.enter(point, source, null, null);
  }
}
