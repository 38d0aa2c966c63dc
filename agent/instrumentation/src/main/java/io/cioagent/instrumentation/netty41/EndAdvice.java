package io.cioagent.instrumentation.netty41;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the methods by which a connection is closed or found too slow. */
final class EndAdvice {
  private EndAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Point int point, @Advice.This Object handler, @Advice.Argument(0) Object context) {
    Bridge.enter(point, handler, context, null);
  }
}
