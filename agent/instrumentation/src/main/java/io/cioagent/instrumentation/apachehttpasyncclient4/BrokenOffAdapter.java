package io.cioagent.instrumentation.apachehttpasyncclient4;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import java.io.EOFException;

/** The other side closed the connection before the answer was complete: the client tries again. */
public final class BrokenOffAdapter extends Adapter {

  public BrokenOffAdapter(Observer observer) {
    super(observer, "apachehttpasyncclient4");
  }

  @Override
  public Object enter(Object handler, Object none, Object unused) {
    AsyncRequest request = AsyncRequest.of(handler);
    if (request != null) {
      request.failed(new EOFException("Connection closed by the other side"));
    }
    return null;
  }
}
