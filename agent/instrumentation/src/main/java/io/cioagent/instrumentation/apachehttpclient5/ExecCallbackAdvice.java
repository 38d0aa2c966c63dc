package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into what the chain calls back at the end, before the consumer of the answer hears. */
final class ExecCallbackAdvice {
  private ExecCallbackAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Point int point,
      @Advice.FieldValue("val$future") Object future,
      @Advice.Argument(value = 0, optional = true) Object failure) {
    Bridge.enter(point, future, failure, null);
  }
}
