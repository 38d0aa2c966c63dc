package io.cioagent.instrumentation.answer;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;

/** Woven into where a stream gives out a single byte. */
final class StreamReadOneAdvice {
  private StreamReadOneAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(@Point int point, @Advice.This Object stream) {
    return Bridge.enter(point, stream, null, null);
  }

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Point int point, @Advice.Enter Object scope, @Advice.Return int single) {
    if (scope != null) {
      Object read = null;
      if (single >= 0) {
        read = ByteBuffer.wrap(new byte[] {(byte) single});
      }
      Bridge.exit(point, scope, read, null);
    }
  }
}
