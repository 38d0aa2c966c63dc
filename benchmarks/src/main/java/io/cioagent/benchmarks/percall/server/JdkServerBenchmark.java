package io.cioagent.benchmarks.percall.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.openjdk.jmh.annotations.Benchmark;

/** The JDK's own server. */
public class JdkServerBenchmark extends ServerBenchmark {

  private HttpServer server;

  @Benchmark
  public int jdkServer() throws IOException {
    return send();
  }

  @Override
  int open() throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] part = new byte[1024];
          try (InputStream in = exchange.getRequestBody()) {
            int read = in.read(part);
            while (read >= 0) {
              read = in.read(part);
            }
          }
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    return server.getAddress().getPort();
  }

  @Override
  void close() {
    server.stop(0);
  }
}
