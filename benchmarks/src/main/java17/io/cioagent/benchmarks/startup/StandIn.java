package io.cioagent.benchmarks.startup;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** A local server that stands for Customer.io and answers every request with an empty object. */
final class StandIn implements AutoCloseable {

  private static final byte[] ANSWER = {'{', '}'};

  private final HttpServer server;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger traced = new AtomicInteger();

  StandIn() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String hostAndPort() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** All requests so far. */
  int requests() {
    return requests.get();
  }

  /** Those that continue a trace, and so were observed by an agent that passes its spans on. */
  int traced() {
    return traced.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      if (exchange.getRequestHeaders().containsKey("traceparent")) {
        traced.incrementAndGet();
      }
      requests.incrementAndGet();
      exchange.sendResponseHeaders(200, ANSWER.length);
      exchange.getResponseBody().write(ANSWER);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
