package io.cioagent.benchmarks.report;

import io.cioagent.benchmarks.startup.Spread;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Samples as a Markdown table: a line for each figure, a column for each contender.
 *
 * <p>What a contender adds, and its ratio, are medians over rounds of the comparison with the
 * application alone in the same round: load from elsewhere affects both sides.
 */
final class RatioTable {

  private record Line(String row, String figure) {}

  private record Place(Line line, Contender contender) {}

  private final Set<Line> lines = new LinkedHashSet<>();
  private final Set<Contender> contenders = EnumSet.noneOf(Contender.class);
  private final Map<Place, Map<Integer, Double>> values = new LinkedHashMap<>();

  RatioTable(Collection<Sample> samples) {
    for (Sample sample : samples) {
      Line line = new Line(sample.row(), sample.figure());
      lines.add(line);
      contenders.add(sample.contender());
      values
          .computeIfAbsent(new Place(line, sample.contender()), place -> new LinkedHashMap<>())
          .put(sample.round(), sample.value());
    }
  }

  String toMarkdown() {
    List<String> text = new ArrayList<>();
    text.add(
        "| what | figure | "
            + String.join(" | ", contenders.stream().map(Contender::id).toList())
            + " |");
    text.add("|---|---|" + "---:|".repeat(contenders.size()));
    String last = "";
    for (Line line : lines) {
      List<String> cells = new ArrayList<>();
      // A row's name is shown once.
      cells.add(line.row().equals(last) ? "" : line.row());
      cells.add(line.figure());
      last = line.row();
      contenders.forEach(contender -> cells.add(cell(line, contender)));
      text.add("| " + String.join(" | ", cells) + " |");
    }
    return String.join("\n", text);
  }

  /** The median of the value over all rounds. */
  OptionalDouble median(String row, String figure, Contender contender) {
    Map<Integer, Double> rounds = rounds(new Line(row, figure), contender);
    return rounds.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Spread.of(rounds.values()).median());
  }

  private Map<Integer, Double> rounds(Line line, Contender contender) {
    return values.getOrDefault(new Place(line, contender), Map.of());
  }

  private String cell(Line line, Contender contender) {
    Map<Integer, Double> rounds = rounds(line, contender);
    if (rounds.isEmpty()) {
      return "–";
    }
    String median = number(Spread.of(rounds.values()).median());
    Map<Integer, Double> alone = rounds(line, Contender.NONE);
    List<Double> differences = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    rounds.forEach(
        (round, value) -> {
          Double bare = alone.get(round);
          if (bare != null) {
            differences.add(value - bare);
            if (bare > 0) {
              ratios.add(value / bare);
            }
          }
        });
    if (contender == Contender.NONE || differences.isEmpty()) {
      return median;
    }
    String added = signed(Spread.of(differences).median());
    double ratio = ratios.isEmpty() ? Double.NaN : Spread.of(ratios).median();
    // A ratio to nearly nothing says nothing.
    return Double.isNaN(ratio) || ratio >= 1000
        ? "%s (%s)".formatted(median, added)
        : "%s (%s, %s×)".formatted(median, added, number(ratio));
  }

  private static String signed(double value) {
    String text = number(Math.abs(value));
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return zero ? "+0" : (value < 0 ? "−" : "+") + text;
  }

  private static String number(double value) {
    double size = Math.abs(value);
    String pattern = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, pattern, value);
  }
}
