package io.cioagent.instrumentation.okhttp;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import okhttp3.Call;

/**
 * It is decided which exception the application gets, maybe without the call ever having run: the
 * dispatcher's executor may refuse it.
 */
public final class FailureAdapter extends Adapter {

  public FailureAdapter(Observer observer) {
    super(observer, "okhttp");
  }

  @Override
  public Object enter(Object woven, Object call, Object thrown) {
    return thrown == null ? null : call;
  }

  @Override
  public void exit(Object call, Object decided, Throwable thrown) {
    Calls.failed((Call) call, (Throwable) decided);
  }
}
