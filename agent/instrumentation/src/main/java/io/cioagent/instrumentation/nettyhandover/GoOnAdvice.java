package io.cioagent.instrumentation.nettyhandover;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the methods of what is handed over that do its work or tell its end. */
final class GoOnAdvice {
  private GoOnAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(@Point int point, @Advice.This Object work) {
    return Bridge.enter(point, work, null, null);
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(@Point int point, @Advice.Enter Object scope) {
    if (scope != null) {
      Bridge.exit(point, scope, null, null);
    }
  }
}
