package io.cioagent.instrumentation.kotlincoroutines;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the probe that the library calls before it resumes a continuation. */
final class ResumedAdvice {
  private ResumedAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static void enter(@Point int point, @Advice.Argument(0) Object continuation) {
    Bridge.enter(point, continuation, null, null);
  }
}
