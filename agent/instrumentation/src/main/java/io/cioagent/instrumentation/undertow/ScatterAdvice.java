package io.cioagent.instrumentation.undertow;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the channel's read into several buffers. */
final class ScatterAdvice {
  private ScatterAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(
      @Point int point,
      @Advice.This Object channel,
      @Advice.Argument(0) Object buffers,
      @Advice.Argument(1) int first) {
    return Bridge.enter(point, channel, buffers, first);
  }

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Point int point, @Advice.Enter Object scope, @Advice.Return long count) {
    if (scope != null) {
      Bridge.exit(point, scope, count, null);
    }
  }
}
