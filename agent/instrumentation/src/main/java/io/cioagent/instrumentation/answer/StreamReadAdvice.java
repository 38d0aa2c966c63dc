package io.cioagent.instrumentation.answer;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;

/** Woven into where a stream gives out many bytes. */
final class StreamReadAdvice {
  private StreamReadAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(@Point int point, @Advice.This Object stream) {
    return Bridge.enter(point, stream, null, null);
  }

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Point int point,
      @Advice.Enter Object scope,
      @Advice.Argument(0) byte[] bytes,
      @Advice.Argument(1) int offset,
      @Advice.Return int count) {
    if (scope != null) {
      Object read = null;
      if (count >= 0) {
        read = ByteBuffer.wrap(bytes, offset, count);
      }
      Bridge.exit(point, scope, read, null);
    }
  }
}
