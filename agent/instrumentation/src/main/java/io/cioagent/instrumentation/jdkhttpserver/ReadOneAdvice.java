package io.cioagent.instrumentation.jdkhttpserver;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the body's read of one byte. */
final class ReadOneAdvice {
  private ReadOneAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(@Point int point, @Advice.FieldValue("t") Object exchange) {
    return Bridge.enter(point, exchange, null, null);
  }

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Point int point, @Advice.Enter Object scope, @Advice.Return int read) {
    if (scope != null) {
      Bridge.exit(point, scope, read < 0 ? null : (Object) read, null);
    }
  }
}
