package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.support.BasicClientExchangeHandler;

/**
 * The application asks a minimal client, which sends just what it is given: no redirect, no retry,
 * so that there is one attempt from the start.
 */
public final class MinimalAdapter extends Adapter {

  public MinimalAdapter(Observer observer) {
    super(observer, "apachehttpclient5");
  }

  @Override
  public Object enter(Object handler, Object cancellable, Object given) {
    HttpRequest request = (HttpRequest) given;
    if (!Requests.leadToCustomerIo(observer(), request, null)
        || !(handler instanceof BasicClientExchangeHandler)) {
      // A handler of the application's own would not tell how it ends.
      return null;
    }
    AsyncCall call = AsyncCall.begin(observer(), request, null, null);
    call.attempt(request);
    call.standsFor(handler);
    call.standsFor(cancellable);
    return call;
  }

  @Override
  public void exit(Object call, Object unused, Throwable thrown) {
    if (thrown != null) {
      ((AsyncCall) call).failed(thrown);
    }
  }
}
