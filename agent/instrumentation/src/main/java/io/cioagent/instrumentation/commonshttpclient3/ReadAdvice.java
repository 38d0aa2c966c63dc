package io.cioagent.instrumentation.commonshttpclient3;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;

/** Woven into what reads several bytes of an answer. */
final class ReadAdvice {
  private ReadAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Point int point,
      @Advice.This Object stream,
      @Advice.Argument(0) byte[] bytes,
      @Advice.Argument(1) int offset,
      @Advice.Return int count) {
    Object body = Bridge.enter(point, stream, null, null);
    if (body != null) {
      Bridge.exit(point, body, count < 0 ? null : ByteBuffer.wrap(bytes, offset, count), null);
    }
  }
}
