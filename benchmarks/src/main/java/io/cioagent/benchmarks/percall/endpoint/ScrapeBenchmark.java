package io.cioagent.benchmarks.percall.endpoint;

import com.sun.net.httpserver.HttpServer;
import io.cioagent.benchmarks.percall.CountedRequests;
import io.cioagent.benchmarks.percall.KeepAliveConnection;
import io.cioagent.benchmarks.percall.wrapper.SdkWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A scrape over a connection that is kept. Without a contender, a server sends a text of as many
 * lines that it has ready: the least that a scrape can cost.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScrapeBenchmark {

  private static final byte[] REQUEST =
      ("GET /metrics HTTP/1.1\r\nHost: 127.0.0.1\r\n" + "Accept: text/plain;version=0.0.4\r\n\r\n")
          .getBytes(StandardCharsets.US_ASCII);

  private static final String LINE =
      "http_client_request_duration_seconds_bucket{http_request_method=\"PUT\",le=\"0.005\"} 1.0\n";

  private static final int FIRST_STATUS = 400;
  private static final int LAST_STATUS = 599;

  @Param({"100", "500", "2000"})
  int series;

  private HttpServer server;
  private KeepAliveConnection connection;

  @Setup
  public void fill() throws IOException {
    if (!CountedRequests.areExpected()) {
      // Without it, the client's delayed acknowledgement adds 40 ms to what is meant to be the
      // floor.
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    byte[] canned =
        String.join("", Collections.nCopies(series, LINE)).getBytes(StandardCharsets.US_ASCII);
    server.createContext(
        "/metrics",
        exchange -> {
          exchange.sendResponseHeaders(200, canned.length);
          exchange.getResponseBody().write(canned);
          exchange.close();
        });
    // The last part of the path says how to answer.
    server.createContext(
        "/api",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          int status = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    int port = server.getAddress().getPort();
    if (CountedRequests.areExpected()) {
      int metricsPort = Integer.getInteger(CountedRequests.PORT_PROPERTY);
      // Each status is some more series.
      int status = FIRST_STATUS;
      send(port, status);
      while (seriesAt(metricsPort) < series) {
        if (++status > LAST_STATUS) {
          throw new IllegalStateException(
              "only " + seriesAt(metricsPort) + " series: the requests are not observed");
        }
        send(port, status);
      }
      port = metricsPort;
    }
    connection = new KeepAliveConnection(port);
  }

  private static void send(int port, int status) throws IOException {
    if (SdkWrapper.isWanted()) {
      SdkWrapper.record(status);
      return;
    }
    URL url = new URL("http", "localhost", port, "/api/v1/customers/" + status);
    HttpURLConnection request = (HttpURLConnection) url.openConnection();
    request.setRequestMethod("PUT");
    if (request.getResponseCode() != status) {
      throw new IllegalStateException("no answer from " + url);
    }
  }

  private static long seriesAt(int port) throws IOException {
    URL metrics = new URL("http", "127.0.0.1", port, "/metrics");
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(metrics.openStream(), StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).count();
    }
  }

  @Benchmark
  public int scrape() throws IOException {
    return connection.exchange(REQUEST);
  }

  @TearDown
  public void stop() throws IOException {
    connection.close();
    server.stop(0);
  }
}
