package io.cioagent.it.apps.habits;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static java.net.http.HttpRequest.BodyPublishers.ofString;

import io.cioagent.it.apps.Secrets;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** On {@code java.net.http}. */
public final class HttpClientTransport implements Transport {

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.ALWAYS)
          .build();

  @Override
  public int send(String method, String address, String body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .method(method, body == null ? noBody() : ofString(body))
            .header("Authorization", Secrets.BASIC)
            .timeout(Duration.ofSeconds(2))
            .build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }
}
