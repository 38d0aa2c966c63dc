package io.cioagent.instrumentation.jdkhttpserver;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the sending of status and headers, which is refused where they are sent already. */
final class AnswerAdvice {
  private AnswerAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Point int point,
      @Advice.This Object exchange,
      @Advice.FieldValue("sentHeaders") boolean sent,
      @Advice.Argument(0) int status) {
    if (!sent) {
      Object scope = Bridge.enter(point, exchange, null, null);
      if (scope != null) {
        Bridge.exit(point, scope, status, null);
      }
    }
  }
}
