package io.cioagent.instrumentation.commonshttpclient3;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into what reads one byte of an answer. */
final class ReadOneAdvice {
  private ReadOneAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Point int point, @Advice.This Object stream, @Advice.Return int read) {
    Object body = Bridge.enter(point, stream, null, null);
    if (body != null) {
      Bridge.exit(point, body, Integer.valueOf(read), null);
    }
  }
}
