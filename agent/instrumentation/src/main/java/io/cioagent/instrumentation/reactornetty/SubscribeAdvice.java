package io.cioagent.instrumentation.reactornetty;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the constructor of what follows one subscription, on the thread that subscribes. */
final class SubscribeAdvice {
  private SubscribeAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Point int point,
      @Advice.This Object handler,
      @Advice.FieldValue("method") Object method,
      @Advice.FieldValue("toURI") Object endpoint) {
    Bridge.enter(point, handler, method, endpoint);
  }
}
