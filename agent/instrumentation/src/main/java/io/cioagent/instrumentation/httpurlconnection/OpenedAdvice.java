package io.cioagent.instrumentation.httpurlconnection;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into {@code getInputStream}. */
final class OpenedAdvice {
  private OpenedAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Point int point, @Advice.This Object connection, @Advice.Return Object stream) {
    Bridge.enter(point, connection, stream, null);
  }
}
