package io.cioagent.instrumentation.nettyserver41;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import java.util.List;
import net.bytebuddy.asm.Advice;

/** Woven into decoders: what one adds to its list, the pipeline gets next, also if it throws. */
final class RequestAdvice {
  private RequestAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static int enter(@Advice.Argument(2) List<?> decoded) {
    return decoded.size();
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(
      @Point int point,
      @Advice.This Object decoder,
      @Advice.Argument(0) Object context,
      @Advice.Argument(2) List<?> decoded,
      @Advice.Enter int before) {
    int after = decoded.size();
    if (after > before) {
      Bridge.enter(point, decoder, context, before == 0 ? decoded : decoded.subList(before, after));
    }
  }
}
