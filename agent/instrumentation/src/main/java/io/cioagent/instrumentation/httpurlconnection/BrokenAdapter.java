package io.cioagent.instrumentation.httpurlconnection;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.httpurlconnection.Connections.State;
import java.net.HttpURLConnection;

/** The head of an answer cannot be read: the JDK may write the request once more. */
final class BrokenAdapter extends Adapter {
  private final Connections connections;

  BrokenAdapter(Observer observer, Connections connections) {
    super(observer, "httpurlconnection");
    this.connections = connections;
  }

  @Override
  public Object enter(Object connection, Object unused, Object unusedToo) {
    return connections.find((HttpURLConnection) connection);
  }

  @Override
  public void exit(Object state, Object unused, Throwable thrown) {
    ((State) state).brokenBy(thrown);
  }
}
