package io.cioagent.instrumentation.brave;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into what all scopes pass that make a span current. */
final class ScopeAdvice {
  private ScopeAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Point int point, @Advice.This Object woven) {
    Bridge.enter(point, woven, null, null);
  }
}
