package io.cioagent.benchmarks.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The metrics that a contender serves. */
public final class Scrape {

  private final List<String> lines;

  private Scrape(List<String> lines) {
    this.lines = lines;
  }

  public static Scrape of(int port) throws IOException {
    URL url = new URL("http", "127.0.0.1", port, "/metrics");
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(url.openStream(), StandardCharsets.UTF_8))) {
      return new Scrape(reader.lines().toList());
    }
  }

  /** The sum over all series of a metric whose line contains a text. */
  public double sum(String metric, String text) {
    return lines.stream()
        .filter(line -> line.startsWith(metric + "{"))
        .filter(line -> line.contains(text))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf("} ") + 2)))
        .sum();
  }

  /** A port that is free now. */
  public static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }
}
