package io.cioagent.instrumentation.netty41;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the decoder of HTTP/2 where data arrives; a last frame's stream is negative. */
final class StreamDataAdvice {
  private StreamDataAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Point int point,
      @Advice.This Object decoder,
      @Advice.Argument(0) Object context,
      @Advice.Argument(1) int stream,
      @Advice.Argument(2) Object data,
      @Advice.Argument(4) boolean last) {
    Object scope = Bridge.enter(point, decoder, context, data);
    if (scope != null) {
      Bridge.exit(point, scope, Integer.valueOf(last ? -stream : stream), null);
    }
  }
}
