package io.cioagent.instrumentation.javanethttp;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into where an answer meets its subscriber, or a stream one of its frames. */
final class HandOverAdvice {
  private HandOverAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(
      @Point int point,
      @Advice.FieldValue("response") Object response,
      @Advice.Argument(0) Object carrier) {
    Bridge.enter(point, response, carrier, null);
  }
}
