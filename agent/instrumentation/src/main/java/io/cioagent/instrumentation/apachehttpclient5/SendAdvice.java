package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the end of the asynchronous chain, which waits for a connection. */
final class SendAdvice {
  private SendAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Point int point,
      @Advice.This Object end,
      @Advice.Argument(0) Object request,
      @Advice.Argument(2) Object scope) {
    Bridge.enter(point, end, request, scope);
  }
}
