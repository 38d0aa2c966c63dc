package io.cioagent.instrumentation.reactornetty;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the constructor of the observer of one attempt, which gets what tells the result. */
final class SinkAdvice {
  private SinkAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Point int point,
      @Advice.This Object observer,
      @Advice.Argument(0) Object sink,
      @Advice.Argument(1) Object handler) {
    Bridge.enter(point, observer, sink, handler);
  }
}
