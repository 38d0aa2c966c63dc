package io.cioagent.instrumentation.httpurlconnection;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.httpurlconnection.Connections.State;
import java.net.HttpURLConnection;

/** A request is about to be written, or an answer has been read. */
final class WireAdapter extends Adapter {
  private final Connections connections;
  private final LeftOverSockets sockets = new LeftOverSockets();
  private final boolean writes;

  /**
   * @param writes whether the woven method writes a request, else an answer has arrived
   */
  WireAdapter(Observer observer, Connections connections, boolean writes) {
    super(observer, "httpurlconnection");
    this.connections = connections;
    this.writes = writes;
  }

  @Override
  public Object enter(Object entered, Object client, Object unused) {
    HttpURLConnection connection = (HttpURLConnection) entered;
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
  public void exit(Object scope, Object status, Throwable thrown) {
    State state = (State) scope;
    // Before a second request the field still tells of the first answer.
    state.answered((Integer) status);
    if (writes && !state.couldNotWrite()) {
      state.attempt();
    }
    state.exit();
  }
}
