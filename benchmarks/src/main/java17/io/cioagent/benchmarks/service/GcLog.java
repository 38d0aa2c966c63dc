package io.cioagent.benchmarks.service;

import io.cioagent.benchmarks.startup.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The young collections in G1's log. */
record GcLog(List<Double> pauses, List<Double> evacuations, List<Double> survivorsMib) {

  /** What a JVM must have to write such a log, before the name of the file. */
  static final String OPTION = "-Xlog:gc,gc+phases,gc+age=trace:file=";

  private static final Pattern PAUSE = Pattern.compile("Pause Young .* ([\\d.]+)ms$");
  private static final Pattern EVACUATION =
      Pattern.compile("Evacuate Collection Set: ([\\d.]+)ms$");
  private static final Pattern AGE =
      Pattern.compile("GC\\((\\d+)\\) - age +\\d+: +\\d+ bytes, +(\\d+) total$");

  static GcLog parse(List<String> lines) {
    List<Double> pauses = new ArrayList<>();
    List<Double> evacuations = new ArrayList<>();
    // Each age's line has the total so far; the last one of a collection has all.
    Map<String, Double> survivors = new LinkedHashMap<>();
    for (String line : lines) {
      Matcher pause = PAUSE.matcher(line);
      Matcher evacuation = EVACUATION.matcher(line);
      Matcher age = AGE.matcher(line);
      if (pause.find()) {
        pauses.add(Double.parseDouble(pause.group(1)));
      } else if (evacuation.find()) {
        evacuations.add(Double.parseDouble(evacuation.group(1)));
      } else if (age.find()) {
        survivors.put(age.group(1), Long.parseLong(age.group(2)) / 1048576.0);
      }
    }
    return new GcLog(pauses, evacuations, List.copyOf(survivors.values()));
  }

  static double median(List<Double> figures) {
    return Spread.of(figures).median();
  }
}
