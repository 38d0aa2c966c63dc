package io.cioagent.benchmarks.startup;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** As {@link FirstCall}, with the JDK's own client since Java 11. */
public final class FirstJavaNetHttpCall {

  private FirstJavaNetHttpCall() {}

  /** Argument: the URL. */
  public static void main(String[] args) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(args[0])).PUT(BodyPublishers.ofString("{}")).build();
    int status = HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    if (status != 200) {
      throw new IllegalStateException("answered with " + status);
    }
  }
}
