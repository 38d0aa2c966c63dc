package io.cioagent.instrumentation.httpurlconnection;

import com.blogspot.mydailyjava.weaklockfree.WeakConcurrentMap;
import io.cioagent.core.call.AnswerBody;
import io.cioagent.core.call.Exchange;
import io.cioagent.core.observe.Observer;
import java.net.HttpURLConnection;
import java.net.SocketException;
import java.net.URL;

/** What is known of the application's connections to Customer.io, held weakly. */
final class Connections {

  /** One connection. Used by one thread at a time, as the connection itself. */
  static final class State {
    /** The JDK's own words for an answer without a single byte, which it makes no exception of. */
    private static final String END_OF_FILE = "Unexpected end of file from server";

    private final Exchange exchange;

    /** Known only while a woven method runs: the map must not hold its own key. */
    private HttpURLConnection connection;

    /** The request whose answer is being read; null while none is. */
    private Object awaited;

    /** Why the last reading of an answer failed; null where none has. */
    private Throwable broken;

    /** Woven methods call each other: only the end of the outermost one counts. */
    private int depth;

    /** A redirect led here within a method that led elsewhere when it began: its end counts. */
    private boolean ledIn;

    private boolean done;

    /** Whether the request is written to a socket that an earlier one has left. */
    private boolean leftOver;

    /** The same of the request before it. */
    private boolean leftOverBefore;

    /** Whether the last request has an answer. */
    private boolean answered;

    State(Exchange exchange) {
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

    /** A request is written: within one of the woven methods, unless a redirect led here. */
    void written() {
      ledIn = depth == 0;
    }

    boolean isLedIn() {
      return ledIn;
    }

    /** The method that a redirect led here within is about to return. */
    void returning() {
      ledIn = false;
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

    /** A request is about to be written. */
    void writesTo(boolean leftOverSocket) {
      leftOverBefore = leftOver;
      leftOver = leftOverSocket;
    }

    /**
     * Whether the request before, still without an answer, did not reach the wire: the socket that
     * it was to be written to was closed, and the JDK writes it to a new one.
     */
    boolean couldNotWrite() {
      return leftOverBefore && exchange.isOpen() && !answered;
    }

    /** An answer has come; a status of 0 or less is none. */
    void answered(int status) {
      answered |= status > 0;
      exchange.answered(status);
    }

    /** An exchange on the wire begins, to wherever a redirect has led by now. */
    void attempt() {
      answered = false;
      URL url = connection.getURL();
      exchange.attempt(
          connection.getRequestMethod(),
          url.getProtocol(),
          url.getHost(),
          url.getPort(),
          url.getFile());
    }

    /** The request whose answer is being read, null for none. */
    Object awaited() {
      return awaited;
    }

    void await(Object request) {
      awaited = request;
    }

    void brokenBy(Throwable error) {
      broken = error;
    }

    /** The JDK has written the request once more, as its connection broke. */
    void repeated() {
      exchange.failed(broken == null ? new SocketException(END_OF_FILE) : broken);
      broken = null;
      attempt();
    }

    void end(int status, Throwable error) {
      done = true;
      exchange.end(status, error);
    }
  }

  private final Observer observer;
  private final WeakConcurrentMap<HttpURLConnection, State> byConnection =
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
    State state = byConnection.getIfPresent(connection);
    return state == null || state.done ? null : state;
  }

  /** As {@link #find}, and a new connection becomes known. */
  State findOrStart(HttpURLConnection connection) {
    if (!leadsToCustomerIo(connection)) {
      return null;
    }
    State state = byConnection.getIfPresent(connection);
    if (state == null) {
      state = new State(observer.startExchange());
      byConnection.put(connection, state);
    }
    return state.done ? null : state;
  }

  /**
   * The request has its answer, which the connection itself keeps. What is known of it would stay
   * until the next collection: thousands of them under load, which lengthens each pause. Kept for a
   * body of interest.
   */
  void answered(State state) {
    if (state.exchange.answerBody() == null) {
      byConnection.remove(state.connection);
    }
  }

  /** The body of the answer that a connection has got, null where it is of no interest. */
  AnswerBody answerBody(HttpURLConnection connection) {
    if (!leadsToCustomerIo(connection)) {
      return null;
    }
    State state = byConnection.getIfPresent(connection);
    return state == null ? null : state.exchange.answerBody();
  }

  boolean leadsToCustomerIo(HttpURLConnection connection) {
    URL url = connection.getURL();
    return observer.hosts().contains(url.getHost(), url.getPort());
  }
}
