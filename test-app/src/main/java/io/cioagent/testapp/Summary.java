package io.cioagent.testapp;

import io.cioagent.testapp.shop.Beliefs;
import java.io.PrintStream;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the shop believes beside what the stand-in saw: the two differ, and that is the point. */
final class Summary {

  private final Map<String, Beliefs.Tally> beliefs;
  private final Map<String, Map<String, Integer>> traffic;

  Summary(Map<String, Beliefs.Tally> beliefs, Map<String, Map<String, Integer>> traffic) {
    this.beliefs = beliefs;
    this.traffic = traffic;
  }

  void print(PrintStream out) {
    out.println();
    out.println("What the shop believes            | What reached Customer.io (the stand-in)");
    out.println(
        String.format("%-16s %7s %7s  | %8s  %s", "", "ok", "failed", "requests", "answered"));
    TreeSet<String> operations = new TreeSet<>(beliefs.keySet());
    operations.addAll(traffic.keySet());
    for (String operation : operations) {
      Beliefs.Tally tally = beliefs.get(operation);
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
    out.println("The shop cannot say why a call failed, does not know of its retries, and takes");
    out.println("every suppress for a success. Calls to an unknown host never reached anybody.");
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

  /** Adds believed.OPERATION.(ok|failed) and answered.OPERATION.(STATUS|timeout). */
  void addTo(Properties numbers) {
    beliefs.forEach(
        (operation, tally) -> {
          numbers.setProperty("believed." + operation + ".ok", String.valueOf(tally.ok()));
          numbers.setProperty("believed." + operation + ".failed", String.valueOf(tally.failed()));
        });
    traffic.forEach(
        (operation, answers) ->
            answers.forEach(
                (answer, count) ->
                    numbers.setProperty(
                        "answered." + operation + "." + answer, String.valueOf(count))));
  }
}
