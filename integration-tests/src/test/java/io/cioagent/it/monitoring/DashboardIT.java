package io.cioagent.it.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cioagent.it.monitoring.Panel.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The dashboard by itself: it explains itself and stays readable with a thousand instances. */
class DashboardIT {

  static List<Panel> panels() {
    return Panel.all();
  }

  @ParameterizedTest
  @MethodSource("panels")
  void everyPanelIsDescribed(Panel panel) {
    assertThat(panel.title()).isNotBlank();
    assertThat(panel.json().path("description").asText()).isNotBlank();
    assertThat(panel.unit()).isNotBlank();
    assertThat(panel.targets()).isNotEmpty();
    assertThat(panel.json().path("datasource").path("uid").asText()).isEqualTo("${datasource}");
  }

  @ParameterizedTest
  @MethodSource("panels")
  void sumsUpOverInstancesAndFollowsTheChosenOnes(Panel panel) {
    for (Target target : panel.targets()) {
      assertThat(target.template()).contains("job=~\"$job\"", "instance=~\"$instance\"");
      assertThat(target.legend()).doesNotContain("instance");
      if (target.template().contains("histogram_quantile")) {
        assertThat(target.template())
            .containsPattern("histogram_quantile\\([0-9.]+, sum by \\(le(, \\w+)*\\) \\(rate\\(");
      }
      // Whoever zooms out would otherwise see rates of windows between which most is lost.
      assertThat(target.template().replace("$__rate_interval", "").replace("$__range", ""))
          .as("rates over a window of the dashboard's own")
          .doesNotContainPattern("rate\\([^\\[]*\\[\\d");
    }
  }

  @Test
  void panelsDoNotOverlap() {
    Set<String> taken = new HashSet<>();
    Set<Integer> ids = new HashSet<>();
    List<JsonNode> all = new ArrayList<>();
    Yaml.read(Panel.FILE).path("panels").forEach(all::add);
    for (JsonNode panel : all) {
      assertThat(ids.add(panel.path("id").asInt())).as(panel.path("title").asText()).isTrue();
      JsonNode at = panel.path("gridPos");
      for (int x = at.path("x").asInt(); x < at.path("x").asInt() + at.path("w").asInt(); x++) {
        assertThat(x).isLessThan(24);
        for (int y = at.path("y").asInt(); y < at.path("y").asInt() + at.path("h").asInt(); y++) {
          assertThat(taken.add(x + "," + y)).as(panel.path("title").asText()).isTrue();
        }
      }
    }
  }

  @Test
  void everyVariableIsDeclared() {
    List<String> names = new ArrayList<>();
    Yaml.read(Panel.FILE)
        .path("templating")
        .path("list")
        .forEach(variable -> names.add(variable.path("name").asText()));
    assertThat(names).containsExactly("datasource", "job", "instance", "operation");
  }

  @Test
  void errorRateTurnsYellowAndRedWhereItShould() {
    Panel errorRate =
        Panel.all().stream()
            .filter(panel -> panel.title().equals("Error rate"))
            .findFirst()
            .orElseThrow();
    assertThat(errorRate.type()).isEqualTo("stat");
    assertThat(errorRate.unit()).isEqualTo("percent");
    List<String> steps = new ArrayList<>();
    errorRate
        .json()
        .path("fieldConfig")
        .path("defaults")
        .path("thresholds")
        .path("steps")
        .forEach(
            step -> steps.add(step.path("color").asText() + " " + step.path("value").asText()));
    assertThat(steps).containsExactly("green null", "yellow 1", "red 5");
  }
}
