package io.cioagent.instrumentation.kotlincoroutines;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** A continuation has been made; a client method's own says that the method goes on after it. */
public final class MadeAdapter extends Adapter {

  public MadeAdapter(Observer observer) {
    super(observer, "kotlincoroutines");
  }

  @Override
  public Object enter(Object continuation, Object completion, Object unused) {
    SuspendedCall suspended = SuspendedCalls.get(completion);
    if (suspended != null) {
      SuspendedCalls.completes(continuation, completion);
      suspended.made(continuation);
    }
    return null;
  }
}
