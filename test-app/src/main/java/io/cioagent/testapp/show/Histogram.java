package io.cioagent.testapp.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A histogram of a scrape with one set of labels. */
final class Histogram {

  private static final String BOUND = "le";

  final Map<String, String> labels;
  final long count;
  private final double sum;

  /** Buckets by their upper bounds; each holds those below it as well. */
  private final Map<Double, Double> buckets = new TreeMap<>();

  private Histogram(Scrape scrape, String name, Sample counted) {
    labels = counted.labels;
    count = Math.round(counted.value);
    double total = 0;
    for (Sample sample : scrape.of(name + "_sum")) {
      total += sample.labels.equals(labels) ? sample.value : 0;
    }
    sum = total;
    for (Sample sample : scrape.of(name + "_bucket")) {
      Map<String, String> others = new TreeMap<>(sample.labels);
      String bound = others.remove(BOUND);
      if (others.equals(new TreeMap<>(labels))) {
        buckets.put(Sample.number(bound), sample.value);
      }
    }
  }

  /** All of that name that hold anything. */
  static List<Histogram> of(Scrape scrape, String name) {
    List<Histogram> found = new ArrayList<>();
    for (Sample counted : scrape.of(name + "_count")) {
      found.add(new Histogram(scrape, name, counted));
    }
    return found;
  }

  String label(String key) {
    return labels.getOrDefault(key, "");
  }

  double sum() {
    return sum;
  }

  double mean() {
    return sum / count;
  }

  /** How many are above a bound, which is to be one of the histogram's. */
  long over(double bound) {
    double below = 0;
    for (Map.Entry<Double, Double> bucket : buckets.entrySet()) {
      below = bucket.getKey() <= bound ? bucket.getValue() : below;
    }
    return count - Math.round(below);
  }

  /** The bound that such a share of it stays under, in words. */
  String within(double share, String unit) {
    for (Map.Entry<Double, Double> bucket : buckets.entrySet()) {
      if (bucket.getValue() >= share * count) {
        return bucket.getKey().isInfinite()
            ? "over the last bound"
            : "within " + Math.round(bucket.getKey()) + " " + unit;
      }
    }
    return "unknown";
  }
}
