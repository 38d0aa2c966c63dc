package io.cioagent.instrumentation.httpurlconnection;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into what else the application does with an answer's stream, and succeeds. */
final class StreamAdvice {
  private StreamAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Point int point, @Advice.This Object stream) {
    Bridge.enter(point, stream, null, null);
  }
}
