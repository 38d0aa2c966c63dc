package io.cioagent.instrumentation.apachehttpasyncclient4;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** The last answer is complete: next the application gets it. */
public final class CompletedAdapter extends Adapter {

  public CompletedAdapter(Observer observer) {
    super(observer, "apachehttpasyncclient4");
  }

  @Override
  public Object enter(Object handler, Object none, Object unused) {
    AsyncRequest request = AsyncRequest.of(handler);
    if (request != null) {
      request.complete();
    }
    return null;
  }
}
