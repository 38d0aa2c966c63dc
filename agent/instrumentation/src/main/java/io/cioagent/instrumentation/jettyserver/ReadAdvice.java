package io.cioagent.instrumentation.jettyserver;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;

/** Woven into {@code HttpInput.read}; allocates for webhooks alone. */
final class ReadAdvice {
  private ReadAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(@Point int point, @Advice.This Object input) {
    return Bridge.enter(point, input, null, null);
  }

  /** Without a result: the end of the body. */
  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Point int point,
      @Advice.Enter Object scope,
      @Advice.Argument(0) byte[] bytes,
      @Advice.Argument(1) int offset,
      @Advice.Return int count) {
    if (scope != null) {
      Bridge.exit(point, scope, count < 0 ? null : ByteBuffer.wrap(bytes, offset, count), null);
    }
  }
}
