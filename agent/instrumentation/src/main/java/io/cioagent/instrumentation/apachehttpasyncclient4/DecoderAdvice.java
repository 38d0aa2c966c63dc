package io.cioagent.instrumentation.apachehttpasyncclient4;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into where a decoder fills a buffer. */
final class DecoderAdvice {
  private DecoderAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(
      @Point int point, @Advice.This Object decoder, @Advice.Argument(0) Object buffer) {
    return Bridge.enter(point, decoder, buffer, null);
  }

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Point int point, @Advice.Enter Object scope, @Advice.Argument(0) Object buffer) {
    if (scope != null) {
      Bridge.exit(point, scope, buffer, null);
    }
  }
}
