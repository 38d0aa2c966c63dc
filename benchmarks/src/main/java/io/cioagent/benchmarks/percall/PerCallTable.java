package io.cioagent.benchmarks.percall;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The costs of each call, bare and under the agent, as a Markdown table. */
final class PerCallTable {

  static final String BARE = "none";

  private final Map<String, Map<String, Cost>> costs;

  /**
   * @param costs by agent, {@link #BARE} among them, then by call
   */
  PerCallTable(Map<String, Map<String, Cost>> costs) {
    this.costs = costs;
  }

  String toMarkdown() {
    List<String> lines = new ArrayList<>();
    lines.add("| call | agent | ns | added, ns | B | added, B |");
    lines.add("|---|---|---:|---:|---:|---:|");
    costs
        .get(BARE)
        .forEach(
            (call, bare) -> {
              lines.add(row(call, BARE, bare, "-", "-"));
              costs.forEach(
                  (agent, calls) -> {
                    Cost cost = calls.get(call);
                    if (!agent.equals(BARE) && cost != null) {
                      lines.add(
                          row(
                              call,
                              agent,
                              cost,
                              format("%.1f", cost.nanos - bare.nanos),
                              format("%.0f", cost.bytes - bare.bytes)));
                    }
                  });
            });
    return String.join("\n", lines);
  }

  private static String row(
      String call, String agent, Cost cost, String addedNanos, String addedBytes) {
    return "| "
        + String.join(
            " | ",
            call,
            agent,
            format("%.1f", cost.nanos) + margin(cost),
            addedNanos,
            format("%.0f", cost.bytes),
            addedBytes)
        + " |";
  }

  private static String margin(Cost cost) {
    // Two iterations or fewer have no confidence interval.
    return Double.isNaN(cost.nanosError) ? "" : format(" ± %.1f", cost.nanosError);
  }

  private static String format(String pattern, double figure) {
    String text = String.format(Locale.ROOT, pattern, figure);
    // A tiny negative difference is none.
    return text.matches("-0(\\.0)?") ? text.substring(1) : text;
  }
}
