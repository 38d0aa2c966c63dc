package io.cioagent.benchmarks.percall;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * What the contender has counted, if it counts at all: otherwise the cost of nothing would be
 * measured.
 */
public final class CountedRequests {

  /** As {@code Contender.PORT_PROPERTY}. */
  public static final String PORT_PROPERTY = "benchmark.metrics.port";

  /** Names the contender's counter of requests. */
  private static final String COUNTER_PROPERTY = "benchmark.request.counter";

  private static final long PATIENCE_SECONDS = 60;

  private CountedRequests() {}

  /** Whether there is a contender that counts. */
  public static boolean areExpected() {
    return System.getProperty(PORT_PROPERTY) != null;
  }

  /** Makes requests to Customer.io until one has been counted. */
  public static void awaitFirst(Callable<Integer> request) throws Exception {
    awaitFirst(System.getProperty(COUNTER_PROPERTY), request);
  }

  /** Makes requests until one has been counted by that counter. */
  public static void awaitFirst(String counter, Callable<Integer> request) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    do {
      if (request.call() != 200) {
        throw new IllegalStateException("no answer");
      }
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException("the contender does not observe these requests");
      }
    } while (areExpected() && sum(counter, "") == 0);
  }

  /** Fails unless so many are counted, of series whose line contains a text. */
  public static void require(long atLeast, String text) throws IOException, InterruptedException {
    require(System.getProperty(COUNTER_PROPERTY), atLeast, text);
  }

  /** As {@link #require(long, String)}, of another counter. */
  public static void require(String counter, long atLeast, String text)
      throws IOException, InterruptedException {
    if (!areExpected()) {
      return;
    }
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    double counted = sum(counter, text);
    while (counted < atLeast) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException(
            "the contender counted " + counted + " of " + atLeast + " in " + counter);
      }
      TimeUnit.MILLISECONDS.sleep(100);
      counted = sum(counter, text);
    }
  }

  /** How many are counted now, of series whose line contains a text; 0 without a contender. */
  public static double sum(String text) throws IOException {
    return areExpected() ? sum(System.getProperty(COUNTER_PROPERTY), text) : 0;
  }

  private static double sum(String counter, String text) throws IOException {
    int port = Integer.getInteger(PORT_PROPERTY);
    // By its number: the name stands for Customer.io here.
    URL metrics = new URL("http", "127.0.0.1", port, "/metrics");
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(metrics.openStream(), StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> line.startsWith(counter + "{"))
          .filter(line -> line.contains(text))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf("} ") + 2)))
          .sum();
    }
  }
}
