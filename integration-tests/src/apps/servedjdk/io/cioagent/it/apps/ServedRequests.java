package io.cioagent.it.apps;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/** The ways that need what Java 11 brought. */
final class ServedRequests {

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpRequest request;

  ServedRequests(String address) {
    request =
        HttpRequest.newBuilder(URI.create(address)).PUT(BodyPublishers.ofString("{}")).build();
  }

  int send() throws IOException, InterruptedException {
    return http.send(request, BodyHandlers.ofString()).statusCode();
  }

  CompletableFuture<Integer> begin() {
    return http.sendAsync(request, BodyHandlers.ofString())
        .thenApply(answer -> answer.statusCode());
  }
}
