package io.cioagent.instrumentation.logcontext;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into what a store is used by. */
final class UsedAdvice {
  private UsedAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Point int point, @Advice.This Object store) {
    Bridge.enter(point, store, null, null);
  }
}
