package io.cioagent.it.apps.habits;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cioagent.it.apps.Secrets;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;

/** On {@link HttpURLConnection}. */
public final class UrlConnectionTransport implements Transport {

  @Override
  public int send(String method, String address, String body) throws IOException {
    // Not through URI, which refuses much that hand-written clients send.
    HttpURLConnection connection = (HttpURLConnection) new URL(address).openConnection();
    connection.setRequestMethod(method);
    connection.setRequestProperty("Authorization", Secrets.BASIC);
    connection.setReadTimeout(2_000);
    if (body != null) {
      connection.setDoOutput(true);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body.getBytes(UTF_8));
      }
    }
    return connection.getResponseCode();
  }
}
