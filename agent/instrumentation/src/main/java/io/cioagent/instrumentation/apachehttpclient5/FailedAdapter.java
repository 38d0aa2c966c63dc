package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** The application gets an exception. */
public final class FailedAdapter extends Adapter {

  public FailedAdapter(Observer observer) {
    super(observer, "apachehttpclient5");
  }

  @Override
  public Object enter(Object libraryObject, Object failure, Object unused) {
    AsyncCall call = AsyncCall.of(libraryObject);
    if (call != null) {
      call.failed((Throwable) failure);
    }
    return null;
  }
}
