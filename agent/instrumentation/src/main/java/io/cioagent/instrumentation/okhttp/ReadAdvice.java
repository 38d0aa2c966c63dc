package io.cioagent.instrumentation.okhttp;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the innermost sources of an answer's bytes. */
final class ReadAdvice {
  private ReadAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Point int point,
      @Advice.This Object source,
      @Advice.Argument(0) Object sink,
      @Advice.Return long count) {
    Object scope = Bridge.enter(point, source, sink, null);
    if (scope != null) {
      Bridge.exit(point, scope, Long.valueOf(count), null);
    }
  }
}
