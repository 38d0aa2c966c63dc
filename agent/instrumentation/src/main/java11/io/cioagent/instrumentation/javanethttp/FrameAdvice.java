package io.cioagent.instrumentation.javanethttp;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into what gives a frame's bytes. */
final class FrameAdvice {
  private FrameAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Point int point,
      @Advice.This Object frame,
      @Advice.FieldValue("flags") int flags,
      @Advice.Return Object bytes) {
    Object scope = Bridge.enter(point, frame, bytes, null);
    if (scope != null) {
      Bridge.exit(point, scope, Integer.valueOf(flags), null);
    }
  }
}
