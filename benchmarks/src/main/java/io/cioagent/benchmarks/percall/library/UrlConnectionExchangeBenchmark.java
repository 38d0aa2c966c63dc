package io.cioagent.benchmarks.percall.library;

import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import org.openjdk.jmh.annotations.Benchmark;

/** The JDK's HttpURLConnection. */
public class UrlConnectionExchangeBenchmark extends LoopbackBenchmark {

  @Benchmark
  public int httpUrlConnection() throws Exception {
    return send();
  }

  @Override
  void open() {}

  @Override
  int send(String url) throws Exception {
    HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
    int status = connection.getResponseCode();
    // Read to its end, so that the connection is kept for the next request.
    try (InputStream in = connection.getInputStream()) {
      while (in.read() >= 0) {
        // The answer is of no interest.
      }
    }
    return status;
  }

  @Override
  void closeClient() {}
}
