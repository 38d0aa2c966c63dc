package io.cioagent.it.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cioagent.it.endpoint.Endpoint;
import io.cioagent.it.harness.Await;
import io.cioagent.it.harness.Build;
import io.cioagent.it.monitoring.Panel.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real Prometheus of our own, with its data in a folder of its own, and what it answers. */
final class Prometheus implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Duration REPLY = Duration.ofSeconds(20);
  private static final Pattern LISTENING =
      Pattern.compile("msg=\"Listening on\" address=(\\S+:\\d+)");

  private final Process process;
  private final Path folder;
  private final Path log;
  private final String url;
  private final Instant start = Instant.now();

  private static final String CONFIGURATION =
      """
      global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}
      storage: {exemplars: {max_exemplars: 10000}}
      rule_files: [rules.yml]
      scrape_configs:
        - job_name: by-file
          file_sd_configs: [{files: ['target-*.yml']}]
      """;

  private Prometheus(Process process, Path folder, String url) {
    this.process = process;
    this.folder = folder;
    this.log = log(folder);
    this.url = url;
  }

  /** Evaluates once a second, and scrapes its targets as often. */
  static Prometheus start(Tool tool, Rules rules) {
    Path folder = Build.scratch("prometheus");
    Path log = log(folder);
    try {
      Files.writeString(folder.resolve("rules.yml"), rules.text());
      Files.writeString(folder.resolve("prometheus.yml"), CONFIGURATION);
      Process process =
          new ProcessBuilder(
                  tool.path().toString(),
                  "--config.file=" + folder.resolve("prometheus.yml"),
                  "--storage.tsdb.path=" + folder.resolve("data"),
                  "--web.listen-address=127.0.0.1:0",
                  // With native histograms it asks for protobuf first, which the agent does not
                  // serve.
                  "--enable-feature=exemplar-storage,native-histograms")
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      return new Prometheus(process, folder, address(process, log));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Looks at this target from now on, as at one that a deployment has written down. */
  void scrape(String job, Endpoint target) {
    String text =
        String.format(
            "- {targets: ['%s'], labels: {job: %s}}%n",
            URI.create(target.base()).getAuthority(), job);
    try {
      // In one step, as it looks at files while they are written, too.
      Path draft = Files.writeString(folder.resolve("draft"), text);
      Files.move(draft, folder.resolve("target-" + job + ".yml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path log(Path folder) {
    return folder.resolve("log");
  }

  private static String address(Process process, Path log) {
    try {
      return "http://"
          + Await.found(
              "Prometheus' address",
              () -> {
                Matcher listening = LISTENING.matcher(read(log));
                return listening.find() ? listening.group(1) : null;
              });
    } catch (AssertionError e) {
      process.destroyForcibly();
      throw new AssertionError(read(log), e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the alerts of a job that are in this state. */
  Set<String> alerts(String job, String state) {
    Set<String> names = new TreeSet<>();
    for (JsonNode alert : data("/api/v1/alerts").path("alerts")) {
      JsonNode labels = alert.path("labels");
      if (alert.path("state").asText().equals(state) && labels.path("job").asText().equals(job)) {
        names.add(labels.path("alertname").asText());
      }
    }
    return names;
  }

  /** The names of all metrics, or the values of another label. */
  Set<String> valuesOf(String label) {
    return texts(data("/api/v1/label/" + label + "/values"));
  }

  Set<String> labels() {
    return texts(data("/api/v1/labels"));
  }

  /** The labels of all exemplars since the start. */
  List<Map<String, String>> exemplars(String metric) {
    List<Map<String, String>> exemplars = new ArrayList<>();
    String query = "/api/v1/query_exemplars?query=" + encoded(metric) + range();
    for (JsonNode series : data(query)) {
      series.path("exemplars").forEach(exemplar -> exemplars.add(map(exemplar.path("labels"))));
    }
    return exemplars;
  }

  /** As Grafana asks: for a moment or for the time since the start. */
  List<Series> ask(Target target, Duration rateInterval) {
    String expression = target.expression(rateInterval, age());
    return target.instant() ? now(expression) : sinceStart(expression);
  }

  List<Series> now(String expression) {
    return series(data("/api/v1/query?query=" + encoded(expression)));
  }

  List<Series> sinceStart(String expression) {
    return series(data("/api/v1/query_range?query=" + encoded(expression) + range() + "&step=1"));
  }

  Instant start() {
    return start;
  }

  Duration age() {
    return Duration.between(start, Instant.now());
  }

  private String range() {
    return "&start="
        + start.toEpochMilli() / 1000.0
        + "&end="
        + Instant.now().toEpochMilli() / 1000.0;
  }

  private static List<Series> series(JsonNode data) {
    List<Series> all = new ArrayList<>();
    for (JsonNode series : data.path("result")) {
      TreeMap<Double, Double> values = new TreeMap<>();
      if (series.has("value")) {
        put(series.path("value"), values);
      }
      series.path("values").forEach(point -> put(point, values));
      if (!values.isEmpty()) {
        all.add(new Series(map(series.path("metric")), values));
      }
    }
    return all;
  }

  private static void put(JsonNode point, Map<Double, Double> values) {
    double value = Double.parseDouble(point.path(1).asText().replace("Inf", "Infinity"));
    if (!Double.isNaN(value)) {
      values.put(point.path(0).asDouble(), value);
    }
  }

  private JsonNode data(String path) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).timeout(REPLY).build();
    try {
      String body = CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
      JsonNode answer = JSON.readTree(body);
      if (!answer.path("status").asText().equals("success")) {
        throw new AssertionError(path + " answered " + body);
      }
      return answer.path("data");
    } catch (IOException e) {
      throw new UncheckedIOException(read(log), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new TreeSet<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static Map<String, String> map(JsonNode object) {
    Map<String, String> map = new TreeMap<>();
    object.properties().forEach(field -> map.put(field.getKey(), field.getValue().asText()));
    return map;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(Await.SOON.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /**
   * What a query gave, without what is no number.
   *
   * @param labels those that distinguish it from other series
   * @param values by seconds since 1970
   */
  record Series(Map<String, String> labels, TreeMap<Double, Double> values) {

    /** As a legend such as {@code {{operation}} {{status}}} calls it. */
    String name(String legend) {
      String name = legend;
      for (String label : Names.inLegend(legend)) {
        name = name.replace("{{" + label + "}}", labels.getOrDefault(label, ""));
      }
      return name.trim();
    }
  }
}
