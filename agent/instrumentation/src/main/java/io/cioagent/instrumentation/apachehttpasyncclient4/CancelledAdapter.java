package io.cioagent.instrumentation.apachehttpasyncclient4;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import java.util.concurrent.CancellationException;

/** A request was cancelled, or given up by a client that closes. */
public final class CancelledAdapter extends Adapter {

  public CancelledAdapter(Observer observer) {
    super(observer, "apachehttpasyncclient4");
  }

  @Override
  public Object enter(Object handler, Object none, Object unused) {
    AsyncRequest request = AsyncRequest.of(handler);
    if (request != null) {
      request.end(new CancellationException("Request cancelled"));
    }
    return null;
  }
}
