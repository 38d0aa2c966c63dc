package io.cioagent.it.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Await;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/** One connection to a receiver by HTTP/2 without TLS, of which each request is a stream. */
final class Http2Sender {

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_2)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final int port;

  /** Upgrades the connection by a request of its own, which has no body. */
  Http2Sender(int port) {
    this.port = port;
    send(Post.plain("/hook/stream/200", new byte[0]).method("GET"));
  }

  /** The answer, by HTTP/2. */
  HttpResponse<String> send(Post post) {
    return begin(post).join();
  }

  CompletableFuture<HttpResponse<String>> begin(Post post) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + post.path()))
            .timeout(Await.SOON)
            .method(
                post.method(),
                post.body().length == 0
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(post.body()));
    for (String header : post.headers()) {
      if (!header.startsWith("Host:")) {
        String[] parts = header.split(": ", 2);
        request.header(parts[0], parts[1]);
      }
    }
    return client
        .sendAsync(request.build(), BodyHandlers.ofString())
        .thenApply(
            answer -> {
              assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
              return answer;
            });
  }
}
