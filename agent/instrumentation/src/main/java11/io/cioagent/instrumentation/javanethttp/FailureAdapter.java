package io.cioagent.instrumentation.javanethttp;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import java.util.concurrent.CompletableFuture;

/** An exchange on the wire failed; the client may try again, or tell the application. */
final class FailureAdapter extends Adapter {
  private final Exchanges exchanges;

  FailureAdapter(Observer observer, Exchanges exchanges) {
    super(observer, "javanethttp");
    this.exchanges = exchanges;
  }

  /** A request that a redirect has led here. */
  private static final class LedIn {
    final Exchange exchange;
    final Throwable failure;

    LedIn(Exchange exchange, Throwable failure) {
      this.exchange = exchange;
      this.failure = failure;
    }
  }

  @Override
  public Object enter(Object multiExchange, Object failure, Object unused) {
    Exchange exchange = exchanges.find(multiExchange);
    if (exchange == null) {
      return null;
    }
    exchange.failed((Throwable) failure);
    return exchange == exchanges.findLedIn(multiExchange)
        ? new LedIn(exchange, (Throwable) failure)
        : null;
  }

  /** Nobody else hears of the end of a request that a redirect has led here. */
  @Override
  public void exit(Object scope, Object decided, Throwable thrown) {
    if (decided instanceof CompletableFuture
        && ((CompletableFuture<?>) decided).isCompletedExceptionally()) {
      LedIn ledIn = (LedIn) scope;
      ledIn.exchange.end(0, ledIn.failure);
    }
  }
}
