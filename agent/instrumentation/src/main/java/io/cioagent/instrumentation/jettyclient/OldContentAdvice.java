package io.cioagent.instrumentation.jettyclient;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into where listeners of any kind are offered content, up to Jetty 9.3. */
final class OldContentAdvice {
  private OldContentAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Point int point,
      @Advice.This Object notifier,
      @Advice.Argument(1) Object response,
      @Advice.Argument(2) Object content) {
    Bridge.enter(point, notifier, response, content);
  }
}
