package io.cioagent.instrumentation.netty41;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven where a stream of HTTP/2 is reset; the stream is negative where it is not wanted. */
final class StreamResetAdvice {
  private StreamResetAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Point int point,
      @Advice.This Object woven,
      @Advice.Argument(0) Object context,
      @Advice.Argument(1) int stream,
      @Advice.Argument(2) long errorCode) {
    Object scope = Bridge.enter(point, woven, context, null);
    if (scope != null) {
      // 0 is no error and 8 is cancelled.
      boolean unwanted = errorCode == 0 || errorCode == 8;
      Bridge.exit(point, scope, Integer.valueOf(unwanted ? -stream : stream), null);
    }
  }
}
