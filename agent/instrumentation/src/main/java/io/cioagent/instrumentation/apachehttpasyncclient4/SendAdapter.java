package io.cioagent.instrumentation.apachehttpasyncclient4;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import org.apache.http.HttpRequest;

/** One exchange on the wire begins. */
public final class SendAdapter extends Adapter {

  public SendAdapter(Observer observer) {
    super(observer, "apachehttpasyncclient4");
  }

  @Override
  public Object enter(Object handler, Object sent, Object unused) {
    AsyncRequest request = AsyncRequest.of(handler);
    if (request != null) {
      request.send((HttpRequest) sent);
    }
    return null;
  }
}
