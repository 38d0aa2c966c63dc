package io.cioagent.instrumentation.netty41;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the client codec's decoder: what it adds to its list, the application gets next. */
final class ResponseAdvice {
  private ResponseAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(
      @Point int point,
      @Advice.This Object decoder,
      @Advice.Argument(0) Object context,
      @Advice.Argument(2) Object decoded) {
    return Bridge.enter(point, decoder, context, decoded);
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(@Point int point, @Advice.Enter Object scope) {
    if (scope != null) {
      Bridge.exit(point, scope, null, null);
    }
  }
}
