package io.cioagent.instrumentation.jettyserver12;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into what a channel itself does once a request is over, and told before. */
final class CompletionAdvice {
  private CompletionAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Point int point, @Advice.This Object channelState) {
    Bridge.enter(point, channelState, channelState, null);
  }
}
