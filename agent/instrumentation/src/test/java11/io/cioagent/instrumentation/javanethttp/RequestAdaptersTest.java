package io.cioagent.instrumentation.javanethttp;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.HttpClientCases;
import io.cioagent.instrumentation.Instrumentation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

class RequestAdaptersTest extends HttpClientCases {
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

  @Override
  protected List<? extends Instrumentation> instrumentations(Observer observer) {
    return List.of(new JavaNetHttpInstrumentation(observer));
  }

  @Override
  protected String wovenClass() {
    return "jdk.internal.net.http.MultiExchange";
  }

  @Override
  protected int send(String method, URI uri, byte[] body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
            .build();
    return client.send(request, BodyHandlers.ofString()).statusCode();
  }
}
