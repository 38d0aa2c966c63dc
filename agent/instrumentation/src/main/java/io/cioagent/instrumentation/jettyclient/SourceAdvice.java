package io.cioagent.instrumentation.jettyclient;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into where a listener is given what to read from; without one the client drains it. */
final class SourceAdvice {
  private SourceAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Point int point,
      @Advice.This Object listeners,
      @Advice.FieldValue("contentSourceListener") Object listener,
      @Advice.Argument(0) Object response,
      @Advice.Argument(1) Object source) {
    if (listener != null) {
      Bridge.enter(point, listeners, response, source);
    }
  }
}
