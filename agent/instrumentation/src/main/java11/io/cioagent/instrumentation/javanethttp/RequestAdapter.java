package io.cioagent.instrumentation.javanethttp;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** The application sends a request; what it gets, or what completes the future, is its fate. */
final class RequestAdapter extends Adapter {
  private final Exchanges exchanges;

  RequestAdapter(Observer observer, Exchanges exchanges) {
    super(observer, "javanethttp");
    this.exchanges = exchanges;
  }

  /** One request of the application. */
  private static final class Sent {
    final HttpRequest request;
    final Exchange exchange;

    Sent(HttpRequest request, Exchange exchange) {
      this.request = request;
      this.exchange = exchange;
    }

    void end(Object response, Throwable error) {
      int status = response instanceof HttpResponse ? ((HttpResponse<?>) response).statusCode() : 0;
      if (exchange.isUntried() && (status > 0 || error instanceof IOException)) {
        // A runtime whose inner classes are other ones: then the request counts as one attempt.
        Exchanges.attempt(exchange, request);
      }
      exchange.end(status, error);
    }
  }

  @Override
  public Object enter(Object request, Object unused, Object unusedToo) {
    HttpRequest sent = (HttpRequest) request;
    return sent != null && exchanges.leadsToCustomerIo(sent)
        ? new Sent(sent, exchanges.start())
        : null;
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // a listener; the future stays the application's
  public void exit(Object scope, Object result, Throwable thrown) {
    exchanges.started();
    Sent sent = (Sent) scope;
    if (result instanceof CompletableFuture) {
      // Only listened to: the application gets the very future, with its own way of cancelling.
      ((CompletableFuture<?>) result).whenComplete(sent::end);
    } else {
      sent.end(result, thrown);
    }
  }
}
