package io.cioagent.testapp.show;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/** The agent's endpoint. */
final class Endpoint {

  private static final int TIMEOUT_MILLIS = 10_000;

  private final String base;

  /** Takes the address as the agent prints it, with or without a path at the end. */
  Endpoint(String address) {
    String trimmed = address.replaceFirst("/(metrics|spans|-/healthy)?$", "");
    this.base = trimmed;
  }

  String url(String path) {
    return base + path;
  }

  String get(String path) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) new URL(url(path)).openConnection(Proxy.NO_PROXY);
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    int status = connection.getResponseCode();
    if (status != 200) {
      throw new IOException(url(path) + " answered " + status);
    }
    try (InputStream in = connection.getInputStream()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes.write(buffer, 0, n);
      }
      return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
    }
  }
}
