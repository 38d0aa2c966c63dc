package io.cioagent.it.neighbours;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cioagent.it.harness.Await;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Takes what a neighbour sends to its vendor's server. */
final class Intake implements AutoCloseable {

  /** The bodies of all requests by their paths, as they were before they were compressed. */
  private final Map<String, List<byte[]>> sent = new ConcurrentHashMap<>();

  private final AtomicInteger open = new AtomicInteger();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, String> answers;

  /**
   * @param answers by path; all others are answered with an empty object
   */
  Intake(Map<String, String> answers) throws IOException {
    this.answers = answers;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The bodies that came to a path, once the JVM that sends them has ended. */
  List<byte[]> at(String path) {
    Await.until("the end of all requests", () -> open.get() == 0);
    return sent.getOrDefault(path, List.of());
  }

  private void take(HttpExchange exchange) throws IOException {
    open.incrementAndGet();
    String path = exchange.getRequestURI().getPath();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (InputStream in = exchange.getRequestBody()) {
      plain(exchange.getRequestHeaders().getFirst("Content-Encoding"), in).transferTo(body);
    } finally {
      // A JVM that ends may leave a stream of events open.
      sent.computeIfAbsent(path, first -> new CopyOnWriteArrayList<>()).add(body.toByteArray());
      open.decrementAndGet();
    }
    byte[] answer = answers.getOrDefault(path, "{}").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private static InputStream plain(String encoding, InputStream in) throws IOException {
    return switch (encoding == null ? "" : encoding) {
      case "gzip" -> new GZIPInputStream(in);
      case "deflate" -> new InflaterInputStream(in);
      default -> in;
    };
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
