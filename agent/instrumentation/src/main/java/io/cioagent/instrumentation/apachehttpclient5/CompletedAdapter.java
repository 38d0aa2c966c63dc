package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** The application gets a result. */
public final class CompletedAdapter extends Adapter {

  public CompletedAdapter(Observer observer) {
    super(observer, "apachehttpclient5");
  }

  @Override
  public Object enter(Object future, Object unused, Object unusedToo) {
    AsyncCall call = AsyncCall.of(future);
    if (call != null) {
      call.succeeded();
    }
    return null;
  }
}
