package io.cioagent.instrumentation.javanethttp;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** The client goes on after no answer but this one, which ends what a redirect has led here. */
final class LastAnswerAdapter extends Adapter {
  private final Exchanges exchanges;

  LastAnswerAdapter(Observer observer, Exchanges exchanges) {
    super(observer, "javanethttp");
    this.exchanges = exchanges;
  }

  @Override
  public Object enter(Object woven, Object multiExchange, Object unused) {
    Exchange exchange = exchanges.findLedIn(multiExchange);
    if (exchange != null) {
      exchange.end(0, null);
    }
    return null;
  }
}
