package io.cioagent.instrumentation.jettyserver12;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the reading of the next chunk; null where there is none yet. */
final class ReadAdvice {
  private ReadAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Point int point, @Advice.This Object request, @Advice.Return Object chunk) {
    if (chunk != null) {
      Bridge.enter(point, request, chunk, null);
    }
  }
}
