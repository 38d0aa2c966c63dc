package io.cioagent.instrumentation.httpurlconnection;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.httpurlconnection.Connections.State;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ProtocolException;

/** What connections do, as facts about requests and their exchanges on the wire. */
final class ConnectionAdapters {
  private ConnectionAdapters() {}

  /** The application connects, writes or reads: what it gets is the fate of the request. */
  static final class Request extends AroundAdapter.Two<HttpURLConnection, Object, State, Integer> {
    /** A method calls another one after a redirect has led here: it is yet to return itself. */
    private static final State WITHIN = new State(null);

    private final Connections connections;
    private final boolean answers;

    /**
     * @param answers whether the method returns only once the answer is there
     */
    Request(Observer observer, Connections connections, boolean answers) {
      super(observer);
      this.connections = connections;
      this.answers = answers;
    }

    /**
     * @param known the answer's stream if there is one already, or the connection once more where
     *     the method led elsewhere when it began and is about to return: a redirect may have led to
     *     Customer.io since
     */
    @Override
    protected State begin(HttpURLConnection connection, Object known) {
      State state =
          known == null ? connections.findOrStart(connection) : connections.find(connection);
      if (state != null && known == connection) {
        state.returning();
      } else if (state != null && state.isLedIn()) {
        return WITHIN;
      }
      if (state != null) {
        state.enter(connection);
      }
      return state;
    }

    @Override
    protected void end(State state, Integer status, Throwable thrown) {
      if (state == WITHIN) {
        return;
      }
      if (state.isOutermost()) {
        outermostEnd(state, status, thrown);
      }
      state.exit();
    }

    private void outermostEnd(State state, int code, Throwable thrown) {
      if (answers && code > 0) {
        if (state.exchange().isOpen() && !connections.leadsToCustomerIo(state.connection())) {
          // A redirect leads to another host, whose requests are not observed when written.
          state.attempt();
        }
        // An exception says the same as the status then, unless the status is a good one.
        state.end(code, code >= 300 ? null : thrown);
        connections.answered(state);
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

  /** A request is about to be written, or an answer has been read. */
  static final class Wire extends AroundAdapter.Two<HttpURLConnection, Object, State, Integer> {
    private final Connections connections;
    private final LeftOverSockets sockets = new LeftOverSockets();
    private final boolean writes;

    /**
     * @param writes whether the woven method writes a request, else an answer has arrived
     */
    Wire(Observer observer, Connections connections, boolean writes) {
      super(observer);
      this.connections = connections;
      this.writes = writes;
    }

    @Override
    protected State begin(HttpURLConnection connection, Object client) {
      State state = writes ? connections.findOrStart(connection) : connections.find(connection);
      if (state != null) {
        if (writes) {
          state.written();
          state.writesTo(sockets.isLeftOver(client));
        }
        state.enter(connection);
      }
      return state;
    }

    @Override
    protected void end(State state, Integer status, Throwable thrown) {
      // Before a second request the field still has the status of the first answer.
      state.answered(status);
      if (writes && !state.couldNotWrite()) {
        state.attempt();
      }
      state.exit();
    }
  }

  /**
   * The JDK reads an answer. Where the connection breaks before it comes, the JDK writes the same
   * request to a new connection and reads again, all within the reading: one more attempt.
   */
  static final class ReadAnswer
      extends AroundAdapter.Three<Object, HttpURLConnection, Object, ReadAnswer.Reading, Boolean> {
    private final Connections connections;

    ReadAnswer(Observer observer, Connections connections) {
      super(observer);
      this.connections = connections;
    }

    /** One reading, and the request that an outer one reads the answer to. */
    static final class Reading {
      final State state;
      final Object outer;

      Reading(State state, Object outer) {
        this.state = state;
        this.outer = outer;
      }
    }

    @Override
    protected Reading begin(Object middle, HttpURLConnection last, Object request) {
      HttpURLConnection connection = connectionOf(middle, last);
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
    protected void end(Reading reading, Boolean goesOn, Throwable thrown) {
      reading.state.await(reading.outer);
      reading.state.exit();
    }
  }

  /** The head of an answer cannot be read: the JDK may write the request once more. */
  static final class ReadHead extends AroundAdapter.Two<Object, HttpURLConnection, State, Boolean> {
    private final Connections connections;

    ReadHead(Observer observer, Connections connections) {
      super(observer);
      this.connections = connections;
    }

    @Override
    protected State begin(Object middle, HttpURLConnection last) {
      return connections.find(connectionOf(middle, last));
    }

    @Override
    protected void end(State state, Boolean goesOn, Throwable thrown) {
      state.brokenBy(thrown);
    }
  }

  /** The last argument of the methods that read an answer, which newer JDKs call with two. */
  private static HttpURLConnection connectionOf(Object middle, HttpURLConnection last) {
    return last == null ? (HttpURLConnection) middle : last;
  }
}
