package io.cioagent.instrumentation.httpurlconnection;

import io.cioagent.core.observe.AnswerBody;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import java.net.HttpURLConnection;

/** The application gets the stream of an answer. */
final class OpenedAdapter extends Adapter {
  private final Connections connections;
  private final Readings readings;

  OpenedAdapter(Observer observer, Connections connections, Readings readings) {
    super(observer, "httpurlconnection");
    this.connections = connections;
    this.readings = readings;
  }

  @Override
  public Object enter(Object connection, Object stream, Object unused) {
    AnswerBody body = connections.answerBody((HttpURLConnection) connection);
    if (body != null && stream != null) {
      readings.begin(stream, body);
    }
    return null;
  }
}
