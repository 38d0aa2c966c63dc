package io.cioagent.benchmarks.startup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The samples of all rounds as a Markdown table, and whether our agent keeps within its bounds.
 *
 * <p>What an agent adds is compared within each round, and the median taken of these differences: a
 * neighbour who keeps the machine busy for a while then weighs on both sides of a comparison.
 */
final class StartUpTable {

  static final String NONE = "none";
  static final String OURS = "ours";

  private static final double ADDED_BEFORE_MAIN_MILLIS = 100;
  private static final double PROCESSOR_MILLIS = 1200;
  private static final double ADDED_PEAK_MEMORY_MIB = 40;

  /** By agent in order of first appearance, then by round. */
  private final Map<String, Map<Integer, StartUpSample>> samples = new LinkedHashMap<>();

  StartUpTable(Collection<StartUpSample> samples) {
    for (StartUpSample sample : samples) {
      this.samples
          .computeIfAbsent(sample.agent, agent -> new LinkedHashMap<>())
          .put(sample.round, sample);
    }
    if (!this.samples.containsKey(NONE)) {
      throw new IllegalArgumentException("no samples without an agent to compare with");
    }
  }

  /** Arguments: the results file, and {@code --check} to exit with 1 when a bound is missed. */
  public static void main(String[] args) throws IOException {
    boolean check = false;
    Path results = null;
    for (String argument : args) {
      if (argument.equals("--check")) {
        check = true;
      } else {
        results = Paths.get(argument);
      }
    }
    if (results == null) {
      throw new IllegalArgumentException("the results file is missing");
    }
    StartUpTable table = read(results);
    System.out.println(table.toMarkdown());
    if (check && !table.withinBounds()) {
      System.exit(1);
    }
  }

  static StartUpTable read(Path results) throws IOException {
    List<StartUpSample> samples = new ArrayList<>();
    for (String line : Files.readAllLines(results, StandardCharsets.UTF_8)) {
      samples.add(StartUpSample.parse(line));
    }
    return new StartUpTable(samples);
  }

  String toMarkdown() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| agent | before `main`, ms | added, ms | processor time, ms | added, ms"
            + " | peak memory, MiB | added, MiB |");
    lines.add("|---|---:|---:|---:|---:|---:|---:|");
    for (String agent : samples.keySet()) {
      lines.add(
          "| "
              + String.join(
                  " | ",
                  agent,
                  total(agent, Figure.BEFORE_MAIN).toString(),
                  addedCell(agent, Figure.BEFORE_MAIN),
                  total(agent, Figure.PROCESSOR).toString(),
                  addedCell(agent, Figure.PROCESSOR),
                  total(agent, Figure.PEAK_MEMORY).toString(),
                  addedCell(agent, Figure.PEAK_MEMORY))
              + " |");
    }
    lines.add("");
    lines.add(
        "Median (smallest to largest) of "
            + samples.get(NONE).size()
            + " rounds; \"added\" is the median of the differences to `none` in the same round.");
    samples.forEach(
        (agent, rounds) -> {
          long restless = rounds.values().stream().filter(sample -> !sample.settled).count();
          if (restless > 0) {
            lines.add(
                "`" + agent + "` was still at work when the wait ended, " + restless + " times.");
          }
        });
    if (samples.containsKey(OURS)) {
      lines.add("");
      for (Bound bound : bounds()) {
        lines.add("- " + bound);
      }
    }
    return String.join("\n", lines);
  }

  /** True too where our agent was not measured. */
  boolean withinBounds() {
    return !samples.containsKey(OURS) || bounds().stream().allMatch(Bound::kept);
  }

  private List<Bound> bounds() {
    List<Bound> bounds = new ArrayList<>();
    bounds.add(
        new Bound(
            "ms added before `main`",
            added(OURS, Figure.BEFORE_MAIN).median(),
            ADDED_BEFORE_MAIN_MILLIS));
    bounds.add(
        new Bound(
            "ms of processor time in all",
            total(OURS, Figure.PROCESSOR).median(),
            PROCESSOR_MILLIS));
    bounds.add(
        new Bound(
            "MiB more peak memory than none",
            added(OURS, Figure.PEAK_MEMORY).median(),
            ADDED_PEAK_MEMORY_MIB));
    return bounds;
  }

  private Spread total(String agent, Figure figure) {
    List<Double> figures = new ArrayList<>();
    for (StartUpSample sample : samples.get(agent).values()) {
      figures.add(figure.of(sample));
    }
    return Spread.of(figures);
  }

  private Spread added(String agent, Figure figure) {
    List<Double> differences = new ArrayList<>();
    for (StartUpSample sample : samples.get(agent).values()) {
      StartUpSample bare = samples.get(NONE).get(sample.round);
      if (bare != null) {
        differences.add(figure.of(sample) - figure.of(bare));
      }
    }
    return Spread.of(differences);
  }

  private String addedCell(String agent, Figure figure) {
    return agent.equals(NONE) ? "-" : added(agent, figure).toString();
  }

  private enum Figure {
    BEFORE_MAIN,
    PROCESSOR,
    PEAK_MEMORY;

    double of(StartUpSample sample) {
      switch (this) {
        case BEFORE_MAIN:
          return sample.beforeMainMillis;
        case PROCESSOR:
          return sample.processorMillis;
        case PEAK_MEMORY:
          return sample.peakMemoryMib;
      }
      throw new AssertionError(this);
    }
  }

  private static final class Bound {
    private final String what;
    private final double measured;
    private final double atMost;

    Bound(String what, double measured, double atMost) {
      this.what = what;
      this.measured = measured;
      this.atMost = atMost;
    }

    boolean kept() {
      return measured <= atMost;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s: %.1f %s (at most %.0f)",
          kept() ? "PASS" : "FAIL",
          measured,
          what,
          atMost);
    }
  }
}
