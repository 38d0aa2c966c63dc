package io.cioagent.instrumentation.apachehttpasyncclient4;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into what returns the request that is written to the connection next. */
final class SendAdvice {
  private SendAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Point int point, @Advice.This Object handler, @Advice.Return Object request) {
    Bridge.enter(point, handler, request, null);
  }
}
