package io.cioagent.instrumentation.nettyhandover;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the methods that are given what they work for: an event loop's task, a request. */
final class RunAdvice {
  private RunAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(@Point int point, @Advice.Argument(0) Object task) {
    return Bridge.enter(point, task, null, null);
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(@Point int point, @Advice.Enter Object scope) {
    if (scope != null) {
      Bridge.exit(point, scope, null, null);
    }
  }
}
