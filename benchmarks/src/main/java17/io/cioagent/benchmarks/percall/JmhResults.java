package io.cioagent.benchmarks.percall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cioagent.benchmarks.report.Contender;
import io.cioagent.benchmarks.report.Sample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** JMH's results in JSON as samples. */
final class JmhResults {

  private static final String ALLOCATION = "gc.alloc.rate.norm";

  /** The same row, whatever each contender calls. */
  private static final Map<String, String> NAMES =
      Map.of(
          "textOfData", "masking of typical data (none: its toString)",
          "maskedData", "masking of typical data (none: its toString)");

  private JmhResults() {}

  static List<Sample> samples(String json, Contender contender) throws IOException {
    List<Sample> samples = new ArrayList<>();
    for (JsonNode result : new ObjectMapper().readTree(json)) {
      String row = row(result);
      double nanos = result.path("primaryMetric").path("score").asDouble();
      if (!result.path("primaryMetric").path("scoreUnit").asText().equals("ns/op")) {
        throw new IOException("not in ns/op: " + row);
      }
      samples.add(new Sample(row, "ns", contender, 1, nanos));
      samples.add(new Sample(row, "B", contender, 1, allocation(result, row)));
    }
    return samples;
  }

  private static double allocation(JsonNode result, String row) throws IOException {
    JsonNode metrics = result.path("secondaryMetrics");
    // Older versions of JMH put a dot before the name.
    for (String prefix : List.of("", "\u00b7")) {
      if (metrics.has(prefix + ALLOCATION)) {
        return metrics.path(prefix + ALLOCATION).path("score").asDouble();
      }
    }
    throw new IOException("no allocated bytes: " + row);
  }

  private static String row(JsonNode result) {
    String benchmark = result.path("benchmark").asText();
    String method = benchmark.substring(benchmark.lastIndexOf('.') + 1);
    StringBuilder row = new StringBuilder(NAMES.getOrDefault(method, method));
    result
        .path("params")
        .properties()
        .forEach(
            parameter -> {
              String value = parameter.getValue().asText();
              row.append(
                  switch (parameter.getKey()) {
                    case "host" -> value.equals("another") ? " to another host" : " to Customer.io";
                    case "series" -> " of " + value + " series";
                    default -> ", " + value;
                  });
            });
    int threads = result.path("threads").asInt();
    return threads == 1 ? row.toString() : row + ", " + threads + " threads";
  }
}
