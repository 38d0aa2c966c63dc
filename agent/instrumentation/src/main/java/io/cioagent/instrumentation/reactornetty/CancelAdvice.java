package io.cioagent.instrumentation.reactornetty;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the cancellation of a single result. */
final class CancelAdvice {
  private CancelAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Point int point, @Advice.This Object sink) {
    Bridge.enter(point, sink, null, null);
  }
}
