package io.cioagent.instrumentation.jettyclient;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into where the listeners that take content are given some. */
final class ContentAdvice {
  private ContentAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Point int point,
      @Advice.This Object notifier,
      @Advice.Argument(0) Object response,
      @Advice.Argument(2) Object content) {
    Bridge.enter(point, notifier, response, content);
  }
}
