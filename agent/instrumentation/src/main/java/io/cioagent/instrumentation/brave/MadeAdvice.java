package io.cioagent.instrumentation.brave;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the constructor of a tracer with all that belongs to it. */
final class MadeAdvice {
  private MadeAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Point int point, @Advice.This Object woven) {
    Bridge.enter(point, woven, null, null);
  }
}
