package io.cioagent.it.apps;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** HTTP calls for clients that are not there to stay. */
public final class Wire11 {

  private Wire11() {}

  /** By {@code HttpURLConnection}. */
  public static int call(String method, String address) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(address).toURL().openConnection();
      connection.setRequestMethod(method);
      connection.setDoOutput(true);
      try (OutputStream out = connection.getOutputStream()) {
        out.write('!');
      }
      return connection.getResponseCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For {@code java.net.http}. */
  public static HttpRequest event(String base) {
    return HttpRequest.newBuilder(URI.create(base + "/api/v1/customers/cust-5512/events"))
        .POST(HttpRequest.BodyPublishers.ofString("{}"))
        .build();
  }

  public static HttpResponse.BodyHandler<Void> discarding() {
    return HttpResponse.BodyHandlers.discarding();
  }
}
