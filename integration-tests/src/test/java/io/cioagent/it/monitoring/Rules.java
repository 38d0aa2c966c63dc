package io.cioagent.it.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The groups of a rules file.
 *
 * @param groups as the file has them
 */
record Rules(JsonNode groups) {

  static final Path FILE = Yaml.folder("prometheus/customerio-rules.yml");

  /** A name such as {@code ratio_rate5m} is none. */
  private static final Pattern DURATION = Pattern.compile("\\b(\\d+)([smhd])\\b");

  static Rules read() {
    return new Rules(Yaml.read(FILE).path("groups"));
  }

  /**
   * The same rules in a world where a minute takes a second. Rates, ratios and the order of events
   * stay what they are when all durations and the scrape interval shrink alike, and what a rule
   * says of five minutes can be seen within five seconds. Only what is not a duration but a number
   * of seconds, such as the lag of webhooks, remains as it is.
   */
  Rules hurried() {
    JsonNode copy = groups.deepCopy();
    for (JsonNode rule : new Rules(copy).all()) {
      ((ObjectNode) rule).put("expr", hurried(rule.path("expr").asText()));
      if (rule.has("for")) {
        ((ObjectNode) rule).put("for", hurried(rule.path("for").asText()));
      }
    }
    return new Rules(copy);
  }

  static String hurried(String text) {
    return DURATION.matcher(text).replaceAll(duration -> minutes(duration) + "s");
  }

  private static int minutes(MatchResult duration) {
    int number = Integer.parseInt(duration.group(1));
    return switch (duration.group(2)) {
      case "m" -> number;
      case "h" -> number * 60;
      case "d" -> number * 24 * 60;
      default -> throw new IllegalArgumentException("less than a minute: " + duration.group());
    };
  }

  List<JsonNode> all() {
    List<JsonNode> all = new ArrayList<>();
    groups.forEach(group -> group.path("rules").forEach(all::add));
    return all;
  }

  List<JsonNode> alerts() {
    return all().stream().filter(rule -> rule.has("alert")).toList();
  }

  List<JsonNode> recordings() {
    return all().stream().filter(rule -> rule.has("record")).toList();
  }

  List<String> expressions() {
    return all().stream().map(rule -> rule.path("expr").asText()).toList();
  }

  /** As Prometheus reads it. */
  String text() {
    return Yaml.write(JsonNodeFactory.instance.objectNode().set("groups", groups));
  }
}
