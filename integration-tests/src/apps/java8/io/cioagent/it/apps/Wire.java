package io.cioagent.it.apps;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;

/** The plain HTTP call beneath every hand-written client here. */
public final class Wire {

  private Wire() {}

  /** The status of one exchange; an address without a scheme means that nothing is sent at all. */
  public static int call(String method, String address) throws IOException {
    return call(method, address, 20_000);
  }

  /** The same, giving up after so many milliseconds without an answer. */
  public static int call(String method, String address, int patience) throws IOException {
    if (!address.startsWith("http")) {
      return 0;
    }
    HttpURLConnection connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
    connection.setRequestMethod(method);
    connection.setRequestProperty("Authorization", Secrets.BASIC);
    connection.setReadTimeout(patience);
    if (!method.equals("GET") && !method.equals("DELETE")) {
      connection.setDoOutput(true);
      try (OutputStream out = connection.getOutputStream()) {
        out.write("{\"email\":\"robin.vale@example.net\"}".getBytes(UTF_8));
      }
    }
    int status = connection.getResponseCode();
    drain(status < 400 ? connection.getInputStream() : connection.getErrorStream());
    return status;
  }

  /**
   * Reads the rest of the response. The finalizers of Java 8 would otherwise return the connection
   * to its pool and close its socket in any order, and the next request could fail.
   */
  private static void drain(InputStream body) throws IOException {
    if (body != null) {
      while (body.read() >= 0) {
        // The content does not matter.
      }
    }
  }
}
