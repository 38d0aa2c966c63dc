package io.cioagent.instrumentation.joddhttp;

import io.cioagent.core.call.AnswerBody;
import io.cioagent.core.call.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.LibraryObjects;
import java.io.EOFException;
import jodd.http.HttpRequest;
import jodd.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Jodd's requests as facts. */
final class JoddHttpAdapters {
  /** Requests to Customer.io that are being sent. */
  private static final LibraryObjects<Exchange> SENDING = new LibraryObjects<>();

  private JoddHttpAdapters() {}

  /** A request, and the exchange that stands for it. */
  static final class Sending {
    final HttpRequest request;
    final Exchange exchange;

    Sending(HttpRequest request, Exchange exchange) {
      this.request = request;
      this.exchange = exchange;
    }
  }

  /** The application sends a request, and gets the response after the redirects. */
  public static final class Send extends AroundAdapter.One<HttpRequest, Sending, HttpResponse> {
    @Override
    protected @Nullable Sending begin(HttpRequest request) {
      if (!leadsToCustomerIo(observer(), request)) {
        return null;
      }
      Exchange exchange = observer().startExchange();
      SENDING.put(request, exchange);
      return new Sending(request, exchange);
    }

    @Override
    protected void end(
        Sending sending, @Nullable HttpResponse response, @Nullable Throwable thrown) {
      SENDING.remove(sending.request);
      sending.exchange.end(status(response), errorOf(response, thrown));
    }
  }

  /** One exchange on the wire, from the connection to the complete response. */
  public static final class Wire extends AroundAdapter.One<HttpRequest, Sending, HttpResponse> {
    @Override
    protected @Nullable Sending begin(HttpRequest request) {
      Exchange exchange = SENDING.get(request);
      if (exchange == null) {
        if (!leadsToCustomerIo(observer(), request)) {
          return null;
        }
        // The request went to another host, which redirected it here.
        exchange = observer().startLedInExchange();
        SENDING.put(request, exchange);
      }
      attempt(exchange, request);
      return new Sending(request, exchange);
    }

    @Override
    protected void end(
        Sending sending, @Nullable HttpResponse response, @Nullable Throwable thrown) {
      Exchange exchange = sending.exchange;
      Throwable error = errorOf(response, thrown);
      if (error == null) {
        exchange.answered(status(response));
        read(response, exchange.answerBody());
      } else {
        exchange.failed(error);
      }
      if (exchange.isLedIn()) {
        SENDING.remove(sending.request);
        exchange.endIfLedIn(error);
      }
    }

    /** The library has read all of the body before the application gets the response. */
    private static void read(@Nullable HttpResponse response, @Nullable AnswerBody body) {
      byte[] bytes = response == null || body == null ? null : response.bodyBytes();
      if (body != null && bytes != null) {
        body.read(bytes, 0, bytes.length);
        body.end();
      }
    }
  }

  /** The application, or a session, opens a connection before it sends: that alone may fail. */
  public static final class Open extends AroundAdapter.One<HttpRequest, Sending, HttpRequest> {
    @Override
    protected @Nullable Sending begin(HttpRequest request) {
      // With a connection, the library refuses to open another one.
      return SENDING.get(request) != null
              || !leadsToCustomerIo(observer(), request)
              || request.connection() != null
          ? null
          : new Sending(request, observer().startExchange());
    }

    @Override
    protected void end(Sending opening, @Nullable HttpRequest request, @Nullable Throwable thrown) {
      if (thrown != null) {
        attempt(opening.exchange, opening.request);
        opening.exchange.end(0, thrown);
      }
    }
  }

  private static boolean leadsToCustomerIo(Observer observer, HttpRequest request) {
    return observer.hosts().contains(request.host(), request.port())
        && !"CONNECT".equals(request.method());
  }

  private static void attempt(Exchange exchange, HttpRequest request) {
    String query = request.queryString();
    exchange.attempt(
        request.method(),
        request.protocol(),
        request.host(),
        request.port(),
        query == null || query.isEmpty() ? request.path() : request.path() + '?' + query);
  }

  private static int status(@Nullable HttpResponse response) {
    return response == null ? 0 : response.statusCode();
  }

  /** Where the connection ends without a response, the library returns one with the status 0. */
  private static @Nullable Throwable errorOf(
      @Nullable HttpResponse response, @Nullable Throwable thrown) {
    return thrown == null && response != null && response.statusCode() == 0
        ? new EOFException("Connection closed without a response")
        : thrown;
  }
}
