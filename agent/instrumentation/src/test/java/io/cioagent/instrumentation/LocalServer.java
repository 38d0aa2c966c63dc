package io.cioagent.instrumentation;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * An HTTP server that answers by the identifier in the path: a number is the status, {@code moved}
 * a redirect to the identifier 200, {@code reset} no answer at all. One request for each
 * connection.
 */
final class LocalServer implements Closeable {
  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

  LocalServer() throws IOException {
    Thread thread = new Thread(this::serve, "local-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** As the setting {@code hosts} has it. */
  String authority() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  URI customer(String identifier) {
    return URI.create("http://" + authority() + "/api/v1/customers/" + identifier);
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        answer(connection);
      } catch (IOException e) {
        // The client is gone, or the server is closed.
      }
    }
  }

  private static void answer(Socket connection) throws IOException {
    InputStream in = connection.getInputStream();
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
    String requestLine = reader.readLine();
    if (requestLine == null) {
      return;
    }
    String path = requestLine.split(" ")[1];
    int length = 0;
    for (String line = reader.readLine();
        line != null && !line.isEmpty();
        line = reader.readLine()) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(line.indexOf(':') + 1).trim());
      }
    }
    for (int i = 0; i < length; i++) {
      reader.read();
    }
    String identifier = path.substring(path.lastIndexOf('/') + 1);
    if (identifier.equals("reset")) {
      return;
    }
    boolean moved = identifier.equals("moved");
    String head =
        "HTTP/1.1 "
            + (moved ? "302 Found\r\nLocation: " + path.replace("moved", "200") : identifier + " X")
            + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
    OutputStream out = connection.getOutputStream();
    out.write(head.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
