package io.cioagent.it.otlp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy that opens tunnels, all of them to one port of this machine. */
final class Tunnel implements AutoCloseable {

  private final ServerSocket server;
  private final int target;
  private final List<String> tunnels = new CopyOnWriteArrayList<>();

  private Tunnel(ServerSocket server, int target) {
    this.server = server;
    this.target = target;
    run(this::accept);
  }

  static Tunnel to(int port) throws IOException {
    return new Tunnel(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Where tunnels were asked to, as host and port. */
  List<String> tunnels() {
    return tunnels;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        run(() -> serve(client));
      } catch (IOException e) {
        // Closed: the loop's condition ends it.
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket there = new Socket(InetAddress.getLoopbackAddress(), target)) {
      BufferedReader head =
          new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
      tunnels.add(head.readLine().split(" ", -1)[1]);
      String line = head.readLine();
      while (!line.isEmpty()) {
        line = head.readLine();
      }
      client.getOutputStream().write("HTTP/1.1 200 Open\r\n\r\n".getBytes(ISO_8859_1));
      run(() -> pump(there, client));
      pump(client, there);
    } catch (IOException e) {
      // Either side left.
    }
  }

  private static void pump(Socket from, Socket to) {
    try (InputStream in = from.getInputStream()) {
      in.transferTo(to.getOutputStream());
    } catch (IOException e) {
      // Either side left.
    }
  }

  private static void run(Runnable work) {
    Thread thread = new Thread(work, "tunnel");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
