package io.cioagent.instrumentation.netty41;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/**
 * Woven into the encoder of HTTP/2 that writes headers. The number of the stream is told second, as
 * an object, so that only requests of ours pay for that.
 */
final class StreamRequestAdvice {
  private StreamRequestAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Point int point,
      @Advice.This Object encoder,
      @Advice.Argument(0) Object context,
      @Advice.Argument(1) int stream,
      @Advice.Argument(2) Object headers) {
    Object scope = Bridge.enter(point, encoder, context, headers);
    if (scope != null) {
      Bridge.exit(point, scope, Integer.valueOf(stream), null);
    }
  }
}
