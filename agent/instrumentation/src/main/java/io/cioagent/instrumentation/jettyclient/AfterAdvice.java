package io.cioagent.instrumentation.jettyclient;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** Woven into what happens to an exchange, and told once it has. */
final class AfterAdvice {
  private AfterAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Point int point,
      @Advice.This Object exchange,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object returned) {
    Bridge.enter(point, exchange, returned, null);
  }
}
