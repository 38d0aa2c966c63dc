package io.cioagent.instrumentation.okhttp;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into {@code RealCall.enqueue}, on the thread that asks. */
final class EnqueueAdvice {
  private EnqueueAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Point int point, @Advice.This Object call) {
    Bridge.enter(point, call, null, null);
  }
}
