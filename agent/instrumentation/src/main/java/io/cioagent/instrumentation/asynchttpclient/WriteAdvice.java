package io.cioagent.instrumentation.asynchttpclient;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into where a request is written, for the future that it is given. */
public final class WriteAdvice {
  private WriteAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Point int point, @Advice.Argument(0) Object future) {
    Bridge.enter(point, future, null, null);
  }
}
