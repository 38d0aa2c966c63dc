package io.cioagent.instrumentation.undertow;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** The application is done with the exchange: Undertow reads what is left of the body. */
public final class EndingAdapter extends Adapter {

  public EndingAdapter(Observer observer) {
    super(observer, "undertow");
  }

  @Override
  public Object enter(Object exchange, Object unused, Object unusedToo) {
    Received received = Received.LIVE.get(exchange);
    if (received != null) {
      received.drain();
    }
    return null;
  }
}
