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
    Exchange exchange = Calls.RUNNING.get();
    if (exchange == null || request == null || cached != null) {
      return null;
    }
    Calls.attempt(exchange, (Request) request);
    return exchange;
  }

  @Override
  public void exit(Object exchange, Object unused, Throwable thrown) {
    ((Exchange) exchange).failed(thrown);
  }
}
