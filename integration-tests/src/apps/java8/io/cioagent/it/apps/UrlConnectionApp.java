package io.cioagent.it.apps;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Calls a URL through {@link HttpURLConnection}, in each of the ways that people do. */
public final class UrlConnectionApp {

  private UrlConnectionApp() {}

  public static void main(String[] arguments) throws IOException {
    register(new Console()).run();
  }

  /** Adds the command {@code url}: how, method, address, body. */
  static Console register(Console console) {
    return console
        .on("url", words -> call(words.get(0), words.get(1), words.get(2), words.get(3)))
        .on("collect-garbage", words -> collectGarbage());
  }

  private static String collectGarbage() {
    System.gc();
    System.runFinalization();
    return "collected";
  }

  private static String call(String how, String method, String address, String body)
      throws Exception {
    // Not through URI, which refuses much that hand-written clients send.
    HttpURLConnection connection = (HttpURLConnection) new URL(address).openConnection();
    connection.setRequestMethod(method);
    connection.setRequestProperty("Authorization", Secrets.BASIC);
    switch (how) {
      case "code":
        send(connection, body);
        return connection.getResponseCode() + " " + read(connection) + headers(connection);
      case "status-only":
        send(connection, body);
        return "" + connection.getResponseCode();
      case "input":
        send(connection, body);
        return "read " + read(connection.getInputStream());
      case "input-or-error":
        send(connection, body);
        return inputOrError(connection);
      case "connect-first":
        connection.setDoOutput(!body.isEmpty());
        connection.connect();
        send(connection, body);
        return connection.getResponseCode() + " " + read(connection);
      case "connect-only":
        connection.connect();
        connection.disconnect();
        return "connected";
      case "output-only":
        send(connection, body);
        connection.disconnect();
        return "written";
      case "fixed-length":
        connection.setFixedLengthStreamingMode(body.getBytes(UTF_8).length);
        send(connection, body);
        return connection.getResponseCode() + " " + read(connection);
      case "chunked":
        connection.setChunkedStreamingMode(16);
        send(connection, body);
        return connection.getResponseCode() + " " + read(connection);
      case "no-redirect":
        connection.setInstanceFollowRedirects(false);
        send(connection, body);
        return connection.getResponseCode() + " " + connection.getHeaderField("Location");
      case "header-field":
        send(connection, body);
        return connection.getHeaderField("X-Reply") + " " + connection.getResponseCode();
      case "message":
        send(connection, body);
        return connection.getResponseMessage() + " " + connection.getContentLength();
      case "again":
        send(connection, body);
        return again(connection);
      case "authenticator":
        // The JDK asks for it after a 401; the first request has no Authorization header.
        Authenticator.setDefault(new Secrets.Login());
        try {
          HttpURLConnection bare = (HttpURLConnection) new URL(address).openConnection();
          bare.setRequestMethod(method);
          return bare.getResponseCode() + " " + read(bare);
        } finally {
          Authenticator.setDefault(null);
        }
      case "disconnect":
        send(connection, body);
        int status = connection.getResponseCode();
        connection.disconnect();
        return status + " disconnected";
      case "read-timeout":
        connection.setReadTimeout(250);
        send(connection, body);
        return "" + connection.getResponseCode();
      case "connect-timeout":
        connection.setConnectTimeout(250);
        return "" + connection.getResponseCode();
      case "set-output-too-late":
        connection.connect();
        connection.setDoOutput(true);
        return "unreachable";
      default:
        throw new IllegalArgumentException(how);
    }
  }

  private static void send(HttpURLConnection connection, String body) throws IOException {
    if (body.isEmpty()) {
      return;
    }
    if (!connection.getDoOutput()) {
      connection.setDoOutput(true);
    }
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body.getBytes(UTF_8));
    }
  }

  private static String inputOrError(HttpURLConnection connection) throws IOException {
    try {
      return "read " + read(connection.getInputStream());
    } catch (IOException expected) {
      return Console.describe(expected) + " error stream " + read(connection.getErrorStream());
    }
  }

  /** Asks everything twice: the answers must agree, and the exchange was still one. */
  private static String again(HttpURLConnection connection) throws IOException {
    int first = connection.getResponseCode();
    connection.getHeaderFields();
    InputStream stream = connection.getInputStream();
    boolean same = stream == connection.getInputStream();
    return first + " " + connection.getResponseCode() + " " + same + " " + read(stream);
  }

  private static String read(HttpURLConnection connection) throws IOException {
    return connection.getResponseCode() < 400
        ? read(connection.getInputStream())
        : read(connection.getErrorStream());
  }

  static String read(InputStream in) throws IOException {
    if (in == null) {
      return "nothing";
    }
    try (InputStream open = in) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] buffer = new byte[1024];
      for (int n = open.read(buffer); n >= 0; n = open.read(buffer)) {
        bytes.write(buffer, 0, n);
      }
      return bytes.toString(ISO_8859_1.name());
    }
  }

  private static String headers(HttpURLConnection connection) {
    Map<String, List<String>> sorted = new TreeMap<>();
    for (Map.Entry<String, List<String>> field : connection.getHeaderFields().entrySet()) {
      sorted.put(String.valueOf(field.getKey()), field.getValue());
    }
    return " " + sorted;
  }
}
