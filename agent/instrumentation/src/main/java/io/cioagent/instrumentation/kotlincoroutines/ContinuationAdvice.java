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

  /** Into the method that is called once at the end, before the completion is resumed. */
  static final class Released {
    private Released() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Point int point, @Advice.This Object continuation) {
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
