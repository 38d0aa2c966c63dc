package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import org.apache.hc.core5.http.HttpRequest;

/** One exchange of an asynchronous client begins on the wire. */
public final class WriteAdapter extends Adapter {

  public WriteAdapter(Observer observer) {
    super(observer, "apachehttpclient5");
  }

  @Override
  public Object enter(Object handler, Object given, Object unused) {
    HttpRequest request = (HttpRequest) given;
    AsyncCall call =
        Requests.mayLeadToCustomerIo(observer(), request) ? AsyncCall.of(request) : null;
    if (call != null) {
      call.attempt(request);
    }
    return null;
  }
}
