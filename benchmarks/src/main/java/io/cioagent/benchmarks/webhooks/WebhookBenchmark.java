package io.cioagent.benchmarks.webhooks;

import io.cioagent.benchmarks.startup.Spread;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Sends the same number of webhooks to a receiver without and with the agent in turn, and prints a
 * table. Fails where one is not answered, or not counted.
 */
public final class WebhookBenchmark {
  private static final String GROWTH = "its growth meanwhile, KiB";

  /** By name of the figure: without the agent and with it, a figure for each round. */
  private final Map<String, List<List<Double>>> figures = new LinkedHashMap<>();

  private final int warmUp;
  private final int count;
  private final int rate;

  private WebhookBenchmark(int warmUp, int count, int rate) {
    this.warmUp = warmUp;
    this.count = count;
    this.rate = rate;
  }

  /**
   * Arguments: the agent's jar, the number of rounds, the number of webhooks that only warm up, the
   * number of those that are measured, how many a second, 0 for any, and the file of samples to
   * append to.
   */
  public static void main(String[] args) throws Exception {
    WebhookBenchmark benchmark =
        new WebhookBenchmark(
            Integer.parseInt(args[2]), Integer.parseInt(args[3]), Integer.parseInt(args[4]));
    for (int round = 0; round < Integer.parseInt(args[1]); round++) {
      benchmark.measure(0, null);
      benchmark.measure(1, args[0]);
    }
    System.out.println(benchmark.toMarkdown());
    Files.write(
        Paths.get(args[5]),
        benchmark.toLines(),
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** Row, figure, contender, round and value, as the report reads them. */
  private List<String> toLines() {
    String row = rate == 0 ? "at full speed" : rate + " a second";
    List<String> lines = new ArrayList<>();
    figures.forEach(
        (figure, columns) -> {
          for (int column = 0; column < columns.size(); column++) {
            for (int round = 0; round < columns.get(column).size(); round++) {
              lines.add(
                  String.join(
                      "\t",
                      row,
                      figure,
                      column == 0 ? "none" : "ours",
                      Integer.toString(round + 1),
                      String.format(Locale.ROOT, "%.4f", columns.get(column).get(round))));
            }
          }
        });
    return lines;
  }

  private void measure(int column, String agent) throws IOException, InterruptedException {
    try (Receiver receiver = new Receiver(agent)) {
      new WebhookLoad(receiver.port(), 0, warmUp, 0).run();
      Receiver.State before = receiver.state();
      WebhookLoad load = new WebhookLoad(receiver.port(), warmUp, count, rate);
      load.run();
      Receiver.State after = receiver.state();
      receiver.checkCounted(warmUp + count);
      add("webhooks a second", column, load.perSecond());
      add("answer, median, us", column, load.quantile(0.5));
      add("answer, 99 %, us", column, load.quantile(0.99));
      add("answer, 99.9 %, us", column, load.quantile(0.999));
      add(
          "receiver's processor time each, us",
          column,
          (after.processorNanos - before.processorNanos) / 1e3 / count);
      add("heap after a collection, KiB", column, after.heapBytes / 1024d);
      add(GROWTH, column, (after.heapBytes - before.heapBytes) / 1024d);
    }
  }

  private void add(String figure, int column, double value) {
    List<List<Double>> columns =
        figures.computeIfAbsent(
            figure, name -> Arrays.asList(new ArrayList<>(), new ArrayList<>()));
    columns.get(column).add(value);
  }

  private String toMarkdown() {
    StringBuilder table = new StringBuilder("| figure | without | with | ratio in each round |\n");
    table.append("|---|---:|---:|---:|\n");
    figures.forEach(
        (name, columns) -> {
          List<Double> ratios = new ArrayList<>();
          for (int i = 0; i < columns.get(0).size(); i++) {
            ratios.add(100 * columns.get(1).get(i) / columns.get(0).get(i));
          }
          // Growth is about nothing, so its ratio would say nothing.
          String ratio = name.equals(GROWTH) ? "" : Spread.of(ratios) + " %";
          table.append(
              String.format(
                  Locale.ROOT,
                  "| %s | %s | %s | %s |%n",
                  name,
                  Spread.of(columns.get(0)),
                  Spread.of(columns.get(1)),
                  ratio));
        });
    return table.toString();
  }
}
