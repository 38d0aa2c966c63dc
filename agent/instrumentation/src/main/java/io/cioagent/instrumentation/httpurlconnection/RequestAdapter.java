package io.cioagent.instrumentation.httpurlconnection;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.httpurlconnection.Connections.State;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ProtocolException;

/** The application connects, writes or reads: what it gets is the fate of the request. */
final class RequestAdapter extends Adapter {
  /** A method calls another one after a redirect has led here: it is yet to return itself. */
  private static final Object WITHIN = new Object();

  private final Connections connections;
  private final boolean answers;

  /**
   * @param answers whether the method returns only once the answer is there
   */
  RequestAdapter(Observer observer, Connections connections, boolean answers) {
    super(observer, "httpurlconnection");
    this.connections = connections;
    this.answers = answers;
  }

  /**
   * @param returning the connection once more, where the method led elsewhere when it began and is
   *     about to return: a redirect may have led to Customer.io since
   */
  @Override
  public Object enter(Object entered, Object returning, Object unused) {
    HttpURLConnection connection = (HttpURLConnection) entered;
    State state;
    if (returning == null) {
      state = connections.findOrStart(connection);
      if (state != null && state.isLedIn()) {
        return WITHIN;
      }
    } else {
      state = connections.find(connection);
      if (state != null) {
        state.returning();
      }
    }
    if (state != null) {
      state.enter(connection);
    }
    return state;
  }

  @Override
  public void exit(Object scope, Object status, Throwable thrown) {
    if (scope == WITHIN) {
      return;
    }
    State state = (State) scope;
    if (state.isOutermost()) {
      outermostExit(state, (Integer) status, thrown);
    }
    state.exit();
  }

  private void outermostExit(State state, int code, Throwable thrown) {
    if (answers && code > 0) {
      if (state.exchange().isOpen() && !connections.leadsToCustomerIo(state.connection())) {
        // A redirect led to another host, whose requests nobody looks at when they are written.
        state.attempt();
      }
      // An exception tells the same as the status then, unless the status is a good one.
      state.end(code, code >= 300 ? null : thrown);
    } else if (thrown != null) {
      failed(state, thrown);
    } else if (answers && state.exchange().isOpen()) {
      // Something came, but no status line.
      state.end(0, null);
    }
  }

  private static void failed(State state, Throwable thrown) {
    if (!state.exchange().isOpen()) {
      if (!(thrown instanceof IOException) || thrown instanceof ProtocolException) {
        // The connection refuses to be used like this: nothing was tried on the wire.
        return;
      }
      state.attempt();
    }
    state.end(0, thrown);
  }
}
