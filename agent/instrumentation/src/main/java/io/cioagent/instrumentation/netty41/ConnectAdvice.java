package io.cioagent.instrumentation.netty41;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;

/** Woven into where a bootstrap connects. */
public final class ConnectAdvice {
  private ConnectAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class)
  static void exit(
      @Point int point,
      @Advice.This Object bootstrap,
      @Advice.Argument(0) Object remote,
      @Advice.Return Object connected) {
    Bridge.enter(point, bootstrap, remote, connected);
  }
}
