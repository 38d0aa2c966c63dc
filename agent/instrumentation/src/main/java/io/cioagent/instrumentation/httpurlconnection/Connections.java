package io.cioagent.instrumentation.httpurlconnection;

import com.blogspot.mydailyjava.weaklockfree.WeakConcurrentMap;
import io.cioagent.core.observe.AnswerBody;
import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import java.net.HttpURLConnection;
import java.net.URL;

/** What is known of the application's live connections to Customer.io, held weakly. */
final class Connections {

  /** One connection. Used by one thread at a time, as the connection itself. */
  static final class State {
    private final Exchange exchange;

    /** Known only while a woven method runs: the map must not hold its own key. */
    private HttpURLConnection connection;

    /** Woven methods call each other: only the outermost one has the last word. */
    private int depth;

    private boolean done;

    private State(Exchange exchange) {
      this.exchange = exchange;
    }

    Exchange exchange() {
      return exchange;
    }

    /** Known only while a woven method runs, null at any other time. */
    HttpURLConnection connection() {
      return connection;
    }

    void enter(HttpURLConnection entered) {
      connection = entered;
      depth++;
    }

    boolean isOutermost() {
      return depth == 1;
    }

    void exit() {
      depth--;
      if (depth == 0) {
        connection = null;
      }
    }

    /** An exchange on the wire begins, to wherever a redirect has led by now. */
    void attempt() {
      URL url = connection.getURL();
      exchange.attempt(
          connection.getRequestMethod(),
          url.getProtocol(),
          url.getHost(),
          url.getPort(),
          url.getFile());
    }

    void end(int status, Throwable error) {
      done = true;
      exchange.end(status, error);
    }
  }

  private final Observer observer;
  private final WeakConcurrentMap<HttpURLConnection, State> live =
      new WeakConcurrentMap.WithInlinedExpunction<>();

  Connections(Observer observer) {
    this.observer = observer;
  }

  /**
   * What is known of a connection; null where it leads elsewhere, is new or its request is over.
   */
  State find(HttpURLConnection connection) {
    if (!leadsToCustomerIo(connection)) {
      return null;
    }
    State state = live.getIfPresent(connection);
    return state == null || state.done ? null : state;
  }

  /** As {@link #find}, and a new connection becomes known. */
  State findOrStart(HttpURLConnection connection) {
    if (!leadsToCustomerIo(connection)) {
      return null;
    }
    State state = live.getIfPresent(connection);
    if (state == null) {
      state = new State(observer.startExchange());
      live.put(connection, state);
    }
    return state.done ? null : state;
  }

  /** What to tell of the answer that a connection has got, null where nobody wants to know. */
  AnswerBody answerBody(HttpURLConnection connection) {
    if (!leadsToCustomerIo(connection)) {
      return null;
    }
    State state = live.getIfPresent(connection);
    return state == null ? null : state.exchange.answerBody();
  }

  boolean leadsToCustomerIo(HttpURLConnection connection) {
    URL url = connection.getURL();
    return observer.hosts().contains(url.getHost(), url.getPort());
  }
}
