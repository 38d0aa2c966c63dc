package io.cioagent.instrumentation.asynchttpclient;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** Woven into what ends a future, before the application hears of it. */
public final class FutureAdvice {
  private FutureAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Point int point,
      @Advice.This Object future,
      @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object told) {
    Bridge.enter(point, future, told, null);
  }
}
