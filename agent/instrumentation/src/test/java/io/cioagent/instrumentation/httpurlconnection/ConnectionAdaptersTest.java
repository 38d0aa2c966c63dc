package io.cioagent.instrumentation.httpurlconnection;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.HttpClientCases;
import io.cioagent.instrumentation.Instrumentation;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Collections;
import java.util.List;

class ConnectionAdaptersTest extends HttpClientCases {

  @Override
  protected List<? extends Instrumentation> instrumentations(Observer observer) {
    return Collections.singletonList(new HttpUrlConnectionInstrumentation(observer));
  }

  @Override
  protected String wovenClass() {
    return "sun.net.www.protocol.http.HttpURLConnection";
  }

  @Override
  protected int send(String method, URI uri, byte[] body) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setRequestMethod(method);
    if (body != null) {
      connection.setDoOutput(true);
      connection.getOutputStream().write(body);
    }
    int status = connection.getResponseCode();
    if (status < 400) {
      try (InputStream in = connection.getInputStream()) {
        while (in.read() >= 0) {
          // Until the end.
        }
      }
    }
    return status;
  }
}
