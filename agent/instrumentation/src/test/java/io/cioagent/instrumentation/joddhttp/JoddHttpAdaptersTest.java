package io.cioagent.instrumentation.joddhttp;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.HttpClientCases;
import io.cioagent.instrumentation.Instrumentation;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import jodd.http.HttpRequest;

class JoddHttpAdaptersTest extends HttpClientCases {

  @Override
  protected List<? extends Instrumentation> instrumentations(Observer observer) {
    return Collections.singletonList(new JoddHttpInstrumentation(observer));
  }

  @Override
  protected String wovenClass() {
    return "jodd.http.HttpRequest";
  }

  @Override
  protected int send(String method, URI uri, byte[] body) throws IOException {
    HttpRequest request =
        new HttpRequest().method(method).set(uri.toString()).followRedirects(true);
    if (body != null) {
      request.body(body, "application/json");
    }
    int status = request.send().statusCode();
    if (status == 0) {
      // The library itself does not throw.
      throw new IOException("no response");
    }
    return status;
  }
}
