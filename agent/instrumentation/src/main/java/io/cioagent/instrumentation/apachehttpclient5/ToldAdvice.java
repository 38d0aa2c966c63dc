package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into what is told something: a failure, an answer, what to cancel. */
final class ToldAdvice {
  private ToldAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Point int point, @Advice.This Object woven, @Advice.Argument(0) Object told) {
    Bridge.enter(point, woven, told, null);
  }
}
