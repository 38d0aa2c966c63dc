package io.cioagent.instrumentation.httpurlconnection;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.httpurlconnection.Connections.State;
import java.net.HttpURLConnection;

/**
 * The JDK reads an answer. Where the connection breaks before it comes, the JDK writes the same
 * request to a new connection and reads again, all within the reading: one more attempt.
 */
final class AnswerAdapter extends Adapter {
  private final Connections connections;

  AnswerAdapter(Observer observer, Connections connections) {
    super(observer, "httpurlconnection");
    this.connections = connections;
  }

  /** One reading, and the request that an outer one reads the answer to. */
  private static final class Reading {
    final State state;
    final Object outer;

    Reading(State state, Object outer) {
      this.state = state;
      this.outer = outer;
    }
  }

  @Override
  public Object enter(Object entered, Object request, Object unused) {
    HttpURLConnection connection = (HttpURLConnection) entered;
    State state = connections.find(connection);
    if (state == null) {
      return null;
    }
    state.enter(connection);
    Object outer = state.awaited();
    // Another request within is the one for a tunnel through a proxy.
    if (outer != null && outer == request && state.exchange().isOpen()) {
      state.repeated();
    }
    state.await(request);
    return new Reading(state, outer);
  }

  @Override
  public void exit(Object scope, Object unused, Throwable thrown) {
    Reading reading = (Reading) scope;
    reading.state.await(reading.outer);
    reading.state.exit();
  }
}
