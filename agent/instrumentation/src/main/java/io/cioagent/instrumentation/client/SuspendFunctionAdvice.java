package io.cioagent.instrumentation.client;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into client methods that are suspend functions. */
final class SuspendFunctionAdvice {
  private SuspendFunctionAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(
      @Point int point,
      @UserId Object userId,
      @EventName Object eventName,
      @PassedData Object data,
      @PassedContinuation Object continuation) {
    // The bridge takes three.
    Object[] arguments = {eventName, data};
    return Bridge.enter(point, userId, arguments, continuation);
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(
      @Point int point,
      @Advice.Enter Object scope,
      @Advice.Return Object result,
      @Advice.Thrown Throwable thrown) {
    if (scope != null) {
      Bridge.exit(point, scope, result, thrown);
    }
  }
}
