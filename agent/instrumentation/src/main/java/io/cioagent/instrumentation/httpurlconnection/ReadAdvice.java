package io.cioagent.instrumentation.httpurlconnection;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;

/** Woven into the one method of an answer's stream that all ways to read come to. */
final class ReadAdvice {
  private ReadAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Point int point,
      @Advice.This Object stream,
      @Advice.Argument(0) byte[] bytes,
      @Advice.Argument(1) int offset,
      @Advice.Return int count) {
    Object reading = Bridge.enter(point, stream, null, null);
    if (reading != null) {
      Bridge.exit(point, reading, count < 0 ? null : ByteBuffer.wrap(bytes, offset, count), null);
    }
  }
}
