package io.cioagent.instrumentation.nettyhandover;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the constructors of what stands for one request. */
final class MadeAdvice {
  private MadeAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Point int point, @Advice.This Object future) {
    Bridge.enter(point, future, null, null);
  }
}
