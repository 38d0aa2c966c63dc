package io.cioagent.instrumentation.handover;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the constructors of tasks and callbacks. */
final class CreatedAdvice {
  private CreatedAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Point int point, @Advice.This Object task) {
    Bridge.enter(point, task, null, null);
  }
}
