package io.cioagent.instrumentation.undertow;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the closing of a stream, which drains the channel that stands first. */
final class CloseAdvice {
  private CloseAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Point int point, @Advice.FieldValue("channel") Object channel) {
    Bridge.enter(point, channel, null, null);
  }
}
