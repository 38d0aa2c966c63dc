package io.cioagent.instrumentation.jettyserver;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;

/** As {@link ReadAdvice}, for the reading into a buffer that late versions of 10 and 11 have. */
final class BufferReadAdvice {
  private BufferReadAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(@Point int point, @Advice.This Object input) {
    return Bridge.enter(point, input, null, null);
  }

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Point int point,
      @Advice.Enter Object scope,
      @Advice.Argument(0) ByteBuffer buffer,
      @Advice.Return int count) {
    if (scope != null) {
      ByteBuffer read = null;
      if (count >= 0) {
        read = buffer.duplicate();
        read.flip();
        read.position(read.limit() - count);
      }
      Bridge.exit(point, scope, read, null);
    }
  }
}
