package io.cioagent.instrumentation.kotlincoroutines;

import io.cioagent.core.observe.Call;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** A continuation is resumed: what its caller waited for has completed. */
final class ResumedAdapter extends Adapter {

  ResumedAdapter(Observer observer) {
    super(observer, "kotlincoroutines");
  }

  @Override
  public Object enter(Object continuation, Object unused, Object unusedToo) {
    Call call = SuspendedCalls.remove(continuation);
    if (call != null) {
      // What it completed with is not told here; a failed exchange has told it.
      call.completed(null);
    }
    return null;
  }
}
