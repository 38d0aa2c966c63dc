package io.cioagent.instrumentation.okhttp;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import okhttp3.Request;

/** One exchange on the wire, unless the cache has answered; in OkHttp 3.0 to 3.3. */
public final class EngineAdapter extends Adapter {

  public EngineAdapter(Observer observer) {
    super(observer, "okhttp");
  }

  @Override
  public Object enter(Object engine, Object request, Object cached) {
    if (request == null || cached != null) {
      return null;
    }
    Exchange exchange = Calls.RUNNING.get();
    if (exchange != null) {
      Calls.attempt(exchange, (Request) request);
      return exchange;
    }
    if (!Calls.leadsToCustomerIo(observer(), (Request) request)) {
      return null;
    }
    LedIn ledIn = LedIn.begin(observer(), (Request) request);
    // For the answer, which comes on the same thread.
    Calls.RUNNING.set(ledIn.exchange);
    return ledIn;
  }

  @Override
  public void exit(Object scope, Object unused, Throwable thrown) {
    if (scope instanceof LedIn) {
      Calls.RUNNING.remove();
      ((LedIn) scope).end(thrown);
    } else if (thrown != null) {
      ((Exchange) scope).failed(thrown);
    }
  }
}
