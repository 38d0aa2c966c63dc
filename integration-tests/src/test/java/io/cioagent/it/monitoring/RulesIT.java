package io.cioagent.it.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cioagent.it.harness.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules by themselves: what Prometheus' own tool says of them, and that nothing is missing. */
class RulesIT {

  private static final Path FOLDER = Yaml.folder("prometheus");

  /** Division by a number of operations. */
  private static final Pattern DIVISOR =
      Pattern.compile("/\\s*\\(?sum[^\\[]*customerio_api_requests_total[^\\[]*\\[");

  private static final String TESTS = "customerio-rules-test.yml";
  private static final String DAY_TESTS = "customerio-rules-day-test.yml";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check rules customerio-rules.yml",
        "test rules " + TESTS,
        "test rules " + DAY_TESTS,
        "check config prometheus.yml"
      })
  void promtoolAcceptsTheRules(String command) {
    Tool.Result result = Tool.named("promtool").run(FOLDER, command.split(" ", -1));
    assertThat(result.exitCode()).as(result.output()).isZero();
    assertThat(result.output()).contains("SUCCESS").doesNotContain("FAILED");
  }

  @Test
  void everyAlertHasACaseThatFiresAndOneThatDoesNot() {
    Set<String> firing = new HashSet<>();
    Set<String> silent = new HashSet<>();
    for (String file : List.of(TESTS, DAY_TESTS)) {
      for (JsonNode test : Yaml.read(FOLDER.resolve(file)).path("tests")) {
        for (JsonNode check : test.path("alert_rule_test")) {
          Set<String> of = check.path("exp_alerts").isEmpty() ? silent : firing;
          of.add(check.path("alertname").asText());
        }
      }
    }
    Set<String> alerts =
        Rules.read().alerts().stream()
            .map(alert -> alert.path("alert").asText())
            .collect(Collectors.toSet());
    assertThat(alerts).hasSizeGreaterThan(10);
    assertThat(firing).isEqualTo(alerts);
    assertThat(silent).isEqualTo(alerts);
  }

  @Test
  void everyAlertHasSeveritySummaryAndAction() throws IOException {
    List<String> anchors =
        Files.readAllLines(Build.repository("docs/runbook.md")).stream()
            .filter(line -> line.startsWith("## "))
            .map(line -> line.substring(3).toLowerCase(Locale.ROOT))
            .toList();
    for (JsonNode alert : Rules.read().alerts()) {
      String name = alert.path("alert").asText();
      JsonNode annotations = alert.path("annotations");
      assertThat(alert.path("labels").path("severity").asText())
          .as(name)
          .isIn("critical", "warning");
      assertThat(annotations.path("summary").asText()).as(name).isNotBlank();
      assertThat(annotations.path("description").asText()).as(name).isNotBlank();
      String[] runbook = annotations.path("runbook_url").asText().split("#", -1);
      assertThat(runbook[0]).as(name).isEqualTo("docs/runbook.md");
      assertThat(anchors).as(name).contains(runbook[1]);
      assertThat(runbook[1]).isEqualTo(name.toLowerCase(Locale.ROOT));
    }
  }

  @Test
  void operatorGetsTheSameRules() {
    JsonNode manifest = Yaml.read(Yaml.folder("kubernetes/prometheusrule.yml"));
    assertThat(manifest.path("spec").path("groups")).isEqualTo(Rules.read().groups());
  }

  /** They are neither successes nor errors. */
  @Test
  void unknownOutcomesAreLeftOutOfErrorRates() {
    List<String> expressions = new ArrayList<>();
    for (JsonNode rule : Rules.read().all()) {
      if (!rule.path("record").asText().contains("unknown")) {
        expressions.add(rule.path("expr").asText());
      }
    }
    for (Panel panel : Panel.all()) {
      if (!panel.title().equals("Unknown outcomes")) {
        panel.targets().forEach(target -> expressions.add(target.template()));
      }
    }
    List<String> divisors =
        expressions.stream()
            .flatMap(expression -> DIVISOR.matcher(expression).results())
            .map(MatchResult::group)
            .toList();
    assertThat(divisors).hasSize(8).allMatch(divisor -> divisor.contains("status!=\"unknown\""));
  }
}
