package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into what completes the future of the application, before it is told. */
final class FutureAdvice {
  private FutureAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Point int point, @Advice.This Object future) {
    Bridge.enter(point, future, null, null);
  }
}
