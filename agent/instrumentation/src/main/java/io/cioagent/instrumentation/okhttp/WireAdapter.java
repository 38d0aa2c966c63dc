package io.cioagent.instrumentation.okhttp;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import okhttp3.Interceptor;
import okhttp3.Response;

/** One exchange on the wire. */
public final class WireAdapter extends Adapter {

  public WireAdapter(Observer observer) {
    super(observer, "okhttp");
  }

  @Override
  public Object enter(Object interceptor, Object passed, Object unused) {
    Interceptor.Chain chain = (Interceptor.Chain) passed;
    Exchange exchange = Calls.of(observer(), chain);
    if (exchange != null) {
      Calls.attempt(exchange, chain.request());
      return exchange;
    }
    return Calls.isLedIn(observer(), chain) ? LedIn.begin(observer(), chain.request()) : null;
  }

  @Override
  public void exit(Object scope, Object response, Throwable thrown) {
    LedIn ledIn = scope instanceof LedIn ? (LedIn) scope : null;
    Exchange exchange = ledIn == null ? (Exchange) scope : ledIn.exchange;
    if (thrown == null) {
      Sources.answered(exchange, (Response) response);
    } else {
      exchange.failed(thrown);
    }
    if (ledIn != null) {
      ledIn.end(thrown);
    }
  }
}
