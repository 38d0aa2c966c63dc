package io.cioagent.instrumentation.okhttp;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into what reads the head of an answer in OkHttp 3.0 to 3.3. */
final class NetworkAnswerAdvice {
  private NetworkAnswerAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Point int point, @Advice.This Object engine, @Advice.Return Object response) {
    Bridge.enter(point, engine, response, null);
  }
}
