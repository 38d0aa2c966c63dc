package io.cioagent.it.library;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A proxy that leads nowhere: 403 to whoever asks. */
final class RefusingProxy implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

  RefusingProxy() throws IOException {
    Thread thread = new Thread(this::serve, "refusing-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket connection = server.accept()) {
        BufferedReader in =
            new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
          // To the end of the head.
        }
        connection
            .getOutputStream()
            .write(
                "HTTP/1.1 403 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .getBytes(ISO_8859_1));
      } catch (IOException e) {
        // Closed: the loop's condition ends it.
      }
    }
  }
}
