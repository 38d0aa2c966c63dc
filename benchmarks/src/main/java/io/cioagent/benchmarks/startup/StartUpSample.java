package io.cioagent.benchmarks.startup;

import java.util.Locale;

/** What one process cost under one agent, and its form as a line of the results file. */
final class StartUpSample {

  private static final String SEPARATOR = "\t";

  final String agent;
  final int round;
  final double beforeMainMillis;
  final double processorMillis;
  final double peakMemoryMib;

  /** False where the process was still at work when the probe lost patience. */
  final boolean settled;

  StartUpSample(
      String agent,
      int round,
      double beforeMainMillis,
      double processorMillis,
      double peakMemoryMib,
      boolean settled) {
    this.agent = agent;
    this.round = round;
    this.beforeMainMillis = beforeMainMillis;
    this.processorMillis = processorMillis;
    this.peakMemoryMib = peakMemoryMib;
    this.settled = settled;
  }

  String toLine() {
    return String.join(
        SEPARATOR,
        agent,
        Integer.toString(round),
        String.format(Locale.ROOT, "%.3f", beforeMainMillis),
        String.format(Locale.ROOT, "%.0f", processorMillis),
        String.format(Locale.ROOT, "%.2f", peakMemoryMib),
        Boolean.toString(settled));
  }

  static StartUpSample parse(String line) {
    String[] fields = line.split(SEPARATOR, -1);
    if (fields.length != 6) {
      throw new IllegalArgumentException("not a line of six fields: " + line);
    }
    return new StartUpSample(
        fields[0],
        Integer.parseInt(fields[1]),
        Double.parseDouble(fields[2]),
        Double.parseDouble(fields[3]),
        Double.parseDouble(fields[4]),
        Boolean.parseBoolean(fields[5]));
  }
}
