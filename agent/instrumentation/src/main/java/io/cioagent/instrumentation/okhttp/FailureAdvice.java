package io.cioagent.instrumentation.okhttp;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the methods of a call that replace an exception by what the application gets. */
final class FailureAdvice {
  private FailureAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(@Point int point, @Advice.This Object call, @Advice.Argument(0) Object e) {
    return Bridge.enter(point, call, call, e);
  }

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Point int point, @Advice.Enter Object scope, @Advice.Return Object decided) {
    if (scope != null) {
      Bridge.exit(point, scope, decided, null);
    }
  }
}
