package io.cioagent.instrumentation.commonshttpclient3;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into what closes the stream of an answer. */
final class CloseAdvice {
  private CloseAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Point int point, @Advice.This Object stream) {
    Bridge.enter(point, stream, null, null);
  }
}
