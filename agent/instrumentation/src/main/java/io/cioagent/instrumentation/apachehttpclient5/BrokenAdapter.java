package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import org.apache.hc.core5.http.HttpRequest;

/** An exchange on the wire has failed; the library may try again. */
public final class BrokenAdapter extends Adapter {

  public BrokenAdapter(Observer observer) {
    super(observer, "apachehttpclient5");
  }

  @Override
  public Object enter(Object handler, Object given, Object failure) {
    HttpRequest request = (HttpRequest) given;
    AsyncCall call =
        Requests.mayLeadToCustomerIo(observer(), request) ? AsyncCall.of(request) : null;
    if (call != null) {
      call.exchange().failed((Throwable) failure);
    }
    return null;
  }
}
