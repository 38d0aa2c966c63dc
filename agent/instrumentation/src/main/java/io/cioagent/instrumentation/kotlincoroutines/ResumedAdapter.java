package io.cioagent.instrumentation.kotlincoroutines;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** A continuation is resumed: what its caller waited for has completed. */
public final class ResumedAdapter extends Adapter {
  private static final String FAILURE = "kotlin.Result$Failure";

  public ResumedAdapter(Observer observer) {
    super(observer, "kotlincoroutines");
  }

  /**
   * @param result what it is resumed with, null where that is not told
   */
  @Override
  public Object enter(Object continuation, Object result, Object unused) {
    SuspendedCall suspended = SuspendedCalls.remove(continuation);
    if (suspended != null) {
      suspended.call().completed(failureOf(result));
      // The caller goes on now; whoever had this thread work for the call clears that up.
      observer().stepOut(suspended.call());
    }
    return null;
  }

  private Throwable failureOf(Object result) {
    if (result == null || !result.getClass().getName().equals(FAILURE)) {
      return null;
    }
    try {
      return (Throwable) result.getClass().getField("exception").get(result);
    } catch (ReflectiveOperationException e) {
      failed(e);
      return null;
    }
  }
}
