package io.cioagent.instrumentation.jdkhttpserver;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the method that hands an exchange on to the next filter, or at last the handler. */
final class HandleAdvice {
  private HandleAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(@Point int point, @Advice.Argument(0) Object exchange) {
    return Bridge.enter(point, exchange, null, null);
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(@Point int point, @Advice.Enter Object scope, @Advice.Thrown Throwable thrown) {
    if (scope != null) {
      Bridge.exit(point, scope, null, thrown);
    }
  }
}
