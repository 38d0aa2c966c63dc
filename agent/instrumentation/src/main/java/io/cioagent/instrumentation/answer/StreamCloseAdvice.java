package io.cioagent.instrumentation.answer;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into where a stream is closed, before it drains itself to save its connection. */
final class StreamCloseAdvice {
  private StreamCloseAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Point int point, @Advice.This Object stream) {
    Bridge.enter(point, stream, null, null);
  }
}
