package io.cioagent.instrumentation.jdkhttpserver;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the task that serves one request. */
final class RunAdvice {
  private RunAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(
      @Point int point,
      @Advice.FieldValue("tx") Object exchange,
      @Advice.FieldValue("chan") Object channel) {
    if (exchange != null) {
      Bridge.enter(point, exchange, channel, null);
    }
  }
}
