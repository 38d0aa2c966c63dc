package io.cioagent.instrumentation.undertow;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the method by which every reader gets the channel of the body. */
final class ChannelAdvice {
  private ChannelAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Point int point, @Advice.This Object exchange, @Advice.Return Object channel) {
    Bridge.enter(point, exchange, channel, null);
  }
}
