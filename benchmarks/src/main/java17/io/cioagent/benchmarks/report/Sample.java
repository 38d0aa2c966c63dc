package io.cioagent.benchmarks.report;

import java.util.Locale;

/**
 * One measured value.
 *
 * @param row what was done, such as a call or a program
 * @param figure what was measured, with its unit
 */
public record Sample(String row, String figure, Contender contender, int round, double value) {

  private static final String SEPARATOR = "\t";

  String toLine() {
    return String.join(
        SEPARATOR,
        row,
        figure,
        contender.id(),
        Integer.toString(round),
        String.format(Locale.ROOT, "%.4f", value));
  }

  static Sample parse(String line) {
    String[] fields = line.split(SEPARATOR, -1);
    if (fields.length != 5) {
      throw new IllegalArgumentException("not a line of five fields: " + line);
    }
    return new Sample(
        fields[0],
        fields[1],
        Contender.of(fields[2]),
        Integer.parseInt(fields[3]),
        Double.parseDouble(fields[4]));
  }
}
