package io.cioagent.instrumentation.javanethttp;

import io.cioagent.core.call.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.EventAdapter;
import io.cioagent.instrumentation.javanethttp.Exchanges.Sent;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/**
 * The client's objects as facts about its requests; those of its internal classes are objects here.
 */
final class RequestAdapters {
  /** Those below are interim answers (1xx). */
  private static final int FIRST_FINAL_STATUS = 200;

  private RequestAdapters() {}

  /** The application sends a request; what is returned, or completes the future, ends it. */
  static final class Send extends AroundAdapter.One<HttpRequest, Sent, Object> {
    private final Exchanges exchanges;

    Send(Observer observer, Exchanges exchanges) {
      super(observer);
      this.exchanges = exchanges;
    }

    @Override
    protected Sent begin(HttpRequest request) {
      return request != null && exchanges.leadsToCustomerIo(request)
          ? exchanges.start(request)
          : null;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // a listener; the future stays the application's
    protected void end(Sent sent, Object result, Throwable thrown) {
      exchanges.started();
      if (result instanceof CompletableFuture) {
        // Not replaced: the application gets the very future, with its own way of cancelling.
        ((CompletableFuture<?>) result)
            .whenComplete((response, error) -> over(sent, response, error));
      } else {
        over(sent, result, thrown);
      }
    }

    private void over(Sent sent, Object response, Throwable error) {
      Exchange exchange = sent.exchange;
      int status = response instanceof HttpResponse ? ((HttpResponse<?>) response).statusCode() : 0;
      if (exchange.isUntried() && (status > 0 || error instanceof IOException)) {
        // A runtime with other inner classes: then the request counts as one attempt.
        Exchanges.attempt(exchange, sent.request);
      }
      exchange.end(status, error);
      exchanges.unbind(sent.multiExchange);
    }
  }

  /** The client makes what serves a request, on the application's thread; the rest is on others. */
  static final class Bind extends EventAdapter.One<Object> {
    private final Exchanges exchanges;

    Bind(Observer observer, Exchanges exchanges) {
      super(observer);
      this.exchanges = exchanges;
    }

    @Override
    protected void on(Object multiExchange) {
      exchanges.bindToStarting(multiExchange);
    }
  }

  /** An exchange on the wire begins: the first of its request, or one more. */
  static final class Wire extends EventAdapter.Three<Object, HttpRequest, Object> {
    private final Exchanges exchanges;

    Wire(Observer observer, Exchanges exchanges) {
      super(observer);
      this.exchanges = exchanges;
    }

    @Override
    protected void on(Object clientExchange, HttpRequest request, Object multiExchange) {
      // Not by the host: a redirect that leads away has to end the attempt before it.
      Exchange exchange = exchanges.find(multiExchange);
      if (exchange == null && exchanges.leadsToCustomerIo(request)) {
        exchange = exchanges.ledIn(multiExchange);
      }
      if (exchange != null) {
        exchanges.bind(clientExchange, exchange);
        Exchanges.attempt(exchange, request);
      }
    }
  }

  /** An exchange on the wire failed. What is decided then is whether the client tries again. */
  static final class Failure extends AroundAdapter.Two<Object, Throwable, Failure.OfLedIn, Object> {
    private final Exchanges exchanges;

    Failure(Observer observer, Exchanges exchanges) {
      super(observer);
      this.exchanges = exchanges;
    }

    /** The failure of a request to another host that was redirected to Customer.io. */
    static final class OfLedIn {
      final Exchange exchange;
      final Throwable failure;

      OfLedIn(Exchange exchange, Throwable failure) {
        this.exchange = exchange;
        this.failure = failure;
      }
    }

    @Override
    protected OfLedIn begin(Object multiExchange, Throwable failure) {
      Exchange exchange = exchanges.find(multiExchange);
      if (exchange == null) {
        return null;
      }
      exchange.failed(failure);
      return exchange.isLedIn() ? new OfLedIn(exchange, failure) : null;
    }

    /** The end of any other request is seen where the application sends it. */
    @Override
    protected void end(OfLedIn ledIn, Object decided, Throwable thrown) {
      if (decided instanceof CompletableFuture
          && ((CompletableFuture<?>) decided).isCompletedExceptionally()) {
        ledIn.exchange.endIfLedIn(ledIn.failure);
      }
    }
  }

  /** The client tries no more. Newer ones decide that in a place that has no result to read. */
  static final class GiveUp extends EventAdapter.Two<Object, Throwable> {
    private final Exchanges exchanges;

    GiveUp(Observer observer, Exchanges exchanges) {
      super(observer);
      this.exchanges = exchanges;
    }

    @Override
    protected void on(Object multiExchange, Throwable failure) {
      exchanges.endIfLedIn(multiExchange, failure);
    }
  }

  /** The application gets this answer, and no other exchange follows. */
  static final class LastAnswer extends EventAdapter.One<Object> {
    private final Exchanges exchanges;

    LastAnswer(Observer observer, Exchanges exchanges) {
      super(observer);
      this.exchanges = exchanges;
    }

    @Override
    protected void on(Object multiExchange) {
      exchanges.endIfLedIn(multiExchange, null);
    }
  }

  /** The head of an answer has arrived; the end gets its status. */
  static final class Head
      extends AroundAdapter.Three<HttpRequest, Object, Object, Head.ArrivedHead, Integer> {
    private final Exchanges exchanges;

    Head(Observer observer, Exchanges exchanges) {
      super(observer);
      this.exchanges = exchanges;
    }

    /** A head, and the exchange that it answers. */
    static final class ArrivedHead {
      final Object clientExchange;
      final Object response;
      final Exchange exchange;

      ArrivedHead(Object clientExchange, Object response, Exchange exchange) {
        this.clientExchange = clientExchange;
        this.response = response;
        this.exchange = exchange;
      }
    }

    @Override
    protected ArrivedHead begin(HttpRequest request, Object clientExchange, Object response) {
      if (!exchanges.leadsToCustomerIo(request)) {
        return null;
      }
      Exchange exchange = exchanges.find(clientExchange);
      return exchange == null ? null : new ArrivedHead(clientExchange, response, exchange);
    }

    @Override
    protected void end(ArrivedHead head, Integer status, Throwable thrown) {
      head.exchange.answered(status);
      exchanges.expectBody(head.response, head.exchange.answerBody());
      if (status >= FIRST_FINAL_STATUS) {
        exchanges.unbind(head.clientExchange);
      }
    }
  }
}
