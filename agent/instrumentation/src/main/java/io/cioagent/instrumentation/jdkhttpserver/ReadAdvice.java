package io.cioagent.instrumentation.jdkhttpserver;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;

/** Woven into the body's read of several bytes. */
final class ReadAdvice {
  private ReadAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(@Point int point, @Advice.FieldValue("t") Object exchange) {
    return Bridge.enter(point, exchange, null, null);
  }

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Point int point,
      @Advice.Enter Object scope,
      @Advice.Argument(0) byte[] into,
      @Advice.Argument(1) int offset,
      @Advice.Return int count) {
    if (scope != null && count != 0) {
      Bridge.exit(point, scope, count < 0 ? null : ByteBuffer.wrap(into, offset, count), null);
    }
  }
}
