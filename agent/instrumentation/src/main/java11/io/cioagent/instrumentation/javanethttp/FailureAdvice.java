package io.cioagent.instrumentation.javanethttp;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into where the client decides whether a failed exchange is tried again. */
final class FailureAdvice {
  private FailureAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(
      @Point int point, @Advice.This Object multiExchange, @Advice.Argument(0) Object failure) {
    return Bridge.enter(point, multiExchange, failure, null);
  }

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Point int point, @Advice.Enter Object scope, @Advice.Return Object decided) {
    if (scope != null) {
      Bridge.exit(point, scope, decided, null);
    }
  }
}
