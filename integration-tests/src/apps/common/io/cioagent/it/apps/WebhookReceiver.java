package io.cioagent.it.apps;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.FutureTask;

/** Takes webhooks on {@code /hooks}, one after another, as any receiver does: reads, says 200. */
final class WebhookReceiver {

  private static final int NO_BODY = -1;

  private WebhookReceiver() {}

  /** Returns the port; the server ends with the application, and keeps it from nothing. */
  static int start() throws Exception {
    FutureTask<Integer> started = new FutureTask<>(WebhookReceiver::listen);
    Thread thread = new Thread(started, "receiver");
    // The server's own thread takes after the one that starts it.
    thread.setDaemon(true);
    thread.start();
    return started.get();
  }

  private static int listen() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/hooks", WebhookReceiver::take);
    server.start();
    return server.getAddress().getPort();
  }

  private static void take(HttpExchange exchange) throws IOException {
    try (InputStream body = exchange.getRequestBody()) {
      byte[] buffer = new byte[1024];
      while (body.read(buffer) >= 0) {
        // A real one would look at what it reads.
      }
    }
    exchange.sendResponseHeaders(200, NO_BODY);
    exchange.close();
  }
}
