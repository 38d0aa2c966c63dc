package io.cioagent.instrumentation.reactornetty;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into what the client tells about the connection of an attempt. */
final class StateAdvice {
  private StateAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Point int point,
      @Advice.This Object observer,
      @Advice.Argument(0) Object connection,
      @Advice.Argument(1) Object news) {
    Bridge.enter(point, observer, connection, news);
  }
}
