package io.cioagent.instrumentation.jettyclient;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into where a source gives out a chunk of content. */
final class ChunkAdvice {
  private ChunkAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Point int point, @Advice.This Object source, @Advice.Return Object chunk) {
    if (chunk != null) {
      Bridge.enter(point, source, chunk, null);
    }
  }
}
