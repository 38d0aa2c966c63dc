package io.cioagent.instrumentation.jettyserver12;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into what a channel does with a request, and told before. */
final class InvokerAdvice {
  private InvokerAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Point int point,
      @Advice.This Object invoker,
      @Advice.FieldValue("this$0") Object channelState) {
    Bridge.enter(point, invoker, channelState, null);
  }
}
