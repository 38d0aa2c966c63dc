package io.cioagent.instrumentation.okhttp;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** As {@link FailureAdvice}, where an object of its own does that for the call. */
final class TransmitterFailureAdvice {
  private TransmitterFailureAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(
      @Point int point,
      @Advice.This Object transmitter,
      @Advice.FieldValue("call") Object call,
      @Advice.Argument(0) Object e) {
    return Bridge.enter(point, transmitter, call, e);
  }

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Point int point, @Advice.Enter Object scope, @Advice.Return Object decided) {
    if (scope != null) {
      Bridge.exit(point, scope, decided, null);
    }
  }
}
