package io.cioagent.it.endpoint;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * All series at one moment.
 *
 * @param samples in the order of the page
 * @param types the declared type of each metric family
 */
public record Scrape(List<Sample> samples, Map<String, String> types) {

  public static Scrape parse(String text) {
    Map<String, String> types = new TreeMap<>();
    text.lines()
        .filter(line -> line.startsWith("# TYPE "))
        .map(line -> line.split(" ", -1))
        .forEach(words -> types.put(words[2], words[3]));
    List<Sample> samples =
        text.lines()
            .filter(line -> !line.startsWith("#") && !line.isBlank())
            .map(Sample::parse)
            .toList();
    return new Scrape(samples, types);
  }

  public List<Sample> of(String name) {
    return samples.stream().filter(sample -> sample.name().equals(name)).toList();
  }

  /** The value of the one series that has all these labels, given as name, value, …; else null. */
  public Double value(String name, String... labels) {
    Predicate<Sample> wanted = sample -> sample.name().equals(name);
    for (int i = 0; i < labels.length; i += 2) {
      String label = labels[i];
      String value = labels[i + 1];
      wanted = wanted.and(sample -> sample.label(label).equals(value));
    }
    List<Sample> found = samples.stream().filter(wanted).toList();
    if (found.size() > 1) {
      throw new AssertionError("more than one series: " + found);
    }
    return found.isEmpty() ? null : found.get(0).value();
  }

  /** Sum over all series of a name; 0 where there is none. */
  public double sum(String name) {
    return of(name).stream().mapToDouble(Sample::value).sum();
  }

  /** By how much each series of a name has grown since; those that did not are left out. */
  public Map<Sample, Long> growth(Scrape before, String name) {
    Map<String, Double> old =
        before.of(name).stream().collect(Collectors.toMap(Sample::series, Sample::value));
    return of(name).stream()
        .filter(sample -> sample.value() != old.getOrDefault(sample.series(), 0.0))
        .collect(
            Collectors.toMap(
                sample -> sample,
                sample -> Math.round(sample.value() - old.getOrDefault(sample.series(), 0.0))));
  }
}
