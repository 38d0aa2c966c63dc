package io.cioagent.instrumentation.undertow;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the channel's read into one buffer. */
final class ReadAdvice {
  private ReadAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(
      @Point int point, @Advice.This Object channel, @Advice.Argument(0) Object buffer) {
    return Bridge.enter(point, channel, buffer, null);
  }

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Point int point, @Advice.Enter Object scope, @Advice.Return int count) {
    if (scope != null) {
      Bridge.exit(point, scope, (long) count, null);
    }
  }
}
