package io.cioagent.instrumentation.javanethttp;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** As {@link BodyAdvice} where the last answer has no body. */
final class NoBodyAdvice {
  private NoBodyAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Point int point, @Advice.This Object multiExchange) {
    Bridge.enter(point, multiExchange, multiExchange, null);
  }
}
