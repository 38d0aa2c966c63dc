package io.cioagent.instrumentation.nettyhandover;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into the methods that return the promise of a connection. */
final class ConnectAdvice {
  private ConnectAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(@Point int point, @Advice.Return Object promise) {
    Bridge.enter(point, promise, null, null);
  }
}
