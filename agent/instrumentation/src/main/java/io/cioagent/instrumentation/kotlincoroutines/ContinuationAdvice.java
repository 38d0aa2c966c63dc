package io.cioagent.instrumentation.kotlincoroutines;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into where the library makes and resumes continuations. */
public final class ContinuationAdvice {
  private ContinuationAdvice() {}

  /** Into the constructor. */
  public static final class Made {
    private Made() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Point int point, @Advice.This Object continuation, @Advice.Argument(0) Object completion) {
      Bridge.enter(point, continuation, completion, null);
    }
  }

  /** Into the probe that is called for each of them, without what it is resumed with. */
  static final class Probe {
    private Probe() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Point int point, @Advice.Argument(0) Object continuation) {
      Bridge.enter(point, continuation, null, null);
    }
  }

  /** Into the continuation itself; only the first of a chain is resumed so. */
  public static final class Resumed {
    private Resumed() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
        @Point int point, @Advice.This Object continuation, @Advice.Argument(0) Object result) {
      Bridge.enter(point, continuation, result, null);
    }
  }
}
