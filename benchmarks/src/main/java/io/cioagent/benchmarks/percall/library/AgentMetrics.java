package io.cioagent.benchmarks.percall.library;

import io.cioagent.benchmarks.percall.PerCall;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** What the agent has counted, if there is one: else its cost would be measured as nothing. */
final class AgentMetrics {

  private static final long PATIENCE_SECONDS = 60;

  private AgentMetrics() {}

  /** Makes requests to Customer.io until the agent has counted one. */
  static void awaitRequest(Callable<Integer> request) throws Exception {
    String port = System.getProperty(PerCall.PORT_PROPERTY);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    do {
      if (request.call() != 200) {
        throw new IllegalStateException("no answer");
      }
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException("the agent does not observe this library");
      }
    } while (port != null && !scrapeShowsRequest(port));
  }

  private static boolean scrapeShowsRequest(String port) throws IOException {
    // By its number: the name is taken for Customer.io here.
    URL metrics = new URL("http", "127.0.0.1", Integer.parseInt(port), "/metrics");
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(metrics.openStream(), StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> line.startsWith("customerio_api_requests_total{"))
          .anyMatch(line -> !line.endsWith(" 0.0"));
    }
  }
}
