package io.cioagent.instrumentation.undertow;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the method that gives back what was read ahead, to be read once more. */
final class UngetAdvice {
  private UngetAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Point int point, @Advice.Argument(0) Object exchange, @Advice.Argument(1) Object buffers) {
    Bridge.enter(point, exchange, buffers, null);
  }
}
