package io.cioagent.benchmarks.percall;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.net.URLConnection;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the agent costs connections to hosts that are not Customer.io's. The wire is left out: it
 * takes a thousand times as long as what is looked for.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class UrlConnectionBenchmark {

  /** An address that is never dialled. */
  @State(Scope.Thread)
  public static class OtherHost {
    URL url;

    @Setup
    public void parse() throws IOException {
      url = new URL("http://partner.example.com/orders/4711");
    }
  }

  /**
   * A connection whose answer has come: to ask it again runs through all woven code, not the wire.
   */
  @State(Scope.Thread)
  public static class Answered {
    private HttpServer server;
    HttpURLConnection connection;

    @Setup
    public void exchange() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
          });
      server.start();
      String host = server.getAddress().getAddress().getHostAddress();
      URL url = new URL("http", host, server.getAddress().getPort(), "/orders/4711");
      connection = (HttpURLConnection) url.openConnection();
      if (connection.getResponseCode() != 200) {
        throw new IllegalStateException("no answer from " + url);
      }
    }

    @TearDown
    public void stop() {
      server.stop(0);
    }
  }

  @Benchmark
  public URL openConnection(OtherHost host) throws IOException {
    URLConnection connection = host.url.openConnection();
    return connection.getURL();
  }

  @Benchmark
  public InputStream getInputStreamAgain(Answered answered) throws IOException {
    return answered.connection.getInputStream();
  }

  @Benchmark
  public int getResponseCodeAgain(Answered answered) throws IOException {
    return answered.connection.getResponseCode();
  }
}
