package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into where an asynchronous client asks a proxy for a tunnel. */
final class TunnelAdvice {
  private TunnelAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Point int point, @Advice.This Object woven, @Advice.Argument(3) Object scope) {
    Bridge.enter(point, woven, scope, null);
  }
}
