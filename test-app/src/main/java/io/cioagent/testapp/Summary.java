package io.cioagent.testapp;

import io.cioagent.testapp.shop.ShopCounts;
import java.io.PrintStream;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

/** The results that the shop counts beside those of the stand-in; they differ on purpose. */
final class Summary {

  private final Map<String, ShopCounts.Tally> counts;
  private final Map<String, Map<String, Integer>> traffic;

  Summary(Map<String, ShopCounts.Tally> counts, Map<String, Map<String, Integer>> traffic) {
    this.counts = counts;
    this.traffic = traffic;
  }

  void print(PrintStream out) {
    out.println();
    out.println("Results as the shop sees them     | Requests to Customer.io (the stand-in)");
    out.println(
        String.format("%-16s %7s %7s  | %8s  %s", "", "ok", "failed", "requests", "answered"));
    TreeSet<String> operations = new TreeSet<>(counts.keySet());
    operations.addAll(traffic.keySet());
    for (String operation : operations) {
      ShopCounts.Tally tally = counts.get(operation);
      Map<String, Integer> answers = traffic.getOrDefault(operation, new TreeMap<>());
      int requests = answers.values().stream().mapToInt(Integer::intValue).sum();
      out.println(
          String.format(
              "%-16s %7d %7d  | %8d  %s",
              operation,
              tally == null ? 0 : tally.ok(),
              tally == null ? 0 : tally.failed(),
              requests,
              inWords(answers)));
    }
    out.println();
    out.println(
        "The shop does not know why a call failed, does not count retries, and counts every");
    out.println("suppress as a success. Calls to an unknown host reach no server.");
  }

  private static String inWords(Map<String, Integer> answers) {
    StringBuilder words = new StringBuilder();
    answers.forEach(
        (answer, count) ->
            words
                .append(words.length() == 0 ? "" : ", ")
                .append(count)
                .append(" x ")
                .append(answer.equals("timeout") ? "too late" : answer));
    return words.toString();
  }

  /** Adds reported.OPERATION.(ok|failed) and answered.OPERATION.(STATUS|timeout). */
  void addTo(Properties numbers) {
    counts.forEach(
        (operation, tally) -> {
          numbers.setProperty("reported." + operation + ".ok", String.valueOf(tally.ok()));
          numbers.setProperty("reported." + operation + ".failed", String.valueOf(tally.failed()));
        });
    traffic.forEach(
        (operation, answers) ->
            answers.forEach(
                (answer, count) ->
                    numbers.setProperty(
                        "answered." + operation + "." + answer, String.valueOf(count))));
  }
}
