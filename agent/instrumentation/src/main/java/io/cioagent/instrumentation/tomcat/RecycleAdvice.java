package io.cioagent.instrumentation.tomcat;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the method that makes a request ready to be used for the next one. */
final class RecycleAdvice {
  private RecycleAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Point int point, @Advice.This Object request) {
    Bridge.enter(point, request, null, null);
  }
}
