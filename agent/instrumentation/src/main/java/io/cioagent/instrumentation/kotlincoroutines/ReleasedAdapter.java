package io.cioagent.instrumentation.kotlincoroutines;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/**
 * A continuation has come to its end, and the library goes on with what it completes: not by
 * resuming that as others would, but in the loop that it is in already.
 */
final class ReleasedAdapter extends Adapter {
  private final ResumedAdapter resumed;

  ReleasedAdapter(Observer observer) {
    super(observer, "kotlincoroutines");
    this.resumed = new ResumedAdapter(observer);
  }

  @Override
  public Object enter(Object continuation, Object unused, Object unusedToo) {
    Object completion = SuspendedCalls.completedBy(continuation);
    return completion == null ? null : resumed.enter(completion, null, null);
  }
}
