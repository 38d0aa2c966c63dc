package io.cioagent.benchmarks.startup;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** Median, smallest and largest of some figures. */
public final class Spread {

  private final double median;
  private final double min;
  private final double max;

  private Spread(double median, double min, double max) {
    this.median = median;
    this.min = min;
    this.max = max;
  }

  /** Of one figure or more. */
  public static Spread of(Collection<Double> figures) {
    double[] sorted = figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("no figures");
    }
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1
            ? sorted[middle]
            : Arrays.stream(sorted, middle - 1, middle + 1).average().getAsDouble();
    return new Spread(median, sorted[0], sorted[sorted.length - 1]);
  }

  /** The middle one; between two middle ones, halfway. */
  public double median() {
    return median;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.0f (%.0f to %.0f)", median, min, max);
  }
}
