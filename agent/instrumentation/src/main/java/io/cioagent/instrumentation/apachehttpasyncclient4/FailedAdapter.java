package io.cioagent.instrumentation.apachehttpasyncclient4;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** A request failed: next the application gets the exception. */
public final class FailedAdapter extends Adapter {

  public FailedAdapter(Observer observer) {
    super(observer, "apachehttpasyncclient4");
  }

  @Override
  public Object enter(Object handler, Object failure, Object unused) {
    AsyncRequest request = AsyncRequest.of(handler);
    if (request != null) {
      request.end((Throwable) failure);
    }
    return null;
  }
}
