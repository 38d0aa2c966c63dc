package io.cioagent.instrumentation.client;

import io.cioagent.bridge.Bridge;
import io.cioagent.instrumentation.Point;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** Woven into client methods that return what only a library can tell the end of. */
final class LibraryResultAdvice {
  private LibraryResultAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  static Object enter(
      @Point int point,
      @UserId Object userId,
      @EventName Object eventName,
      @PassedData Object data) {
    return Bridge.enter(point, userId, eventName, data);
  }

  /** What comes back in the array is what the application gets. */
  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  static void exit(
      @Point int point,
      @Advice.Enter Object scope,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC, readOnly = false) Object result,
      @Advice.Thrown Throwable thrown) {
    if (scope != null) {
      Object[] returned = {result};
      Bridge.exit(point, scope, returned, thrown);
      result = returned[0];
    }
  }
}
