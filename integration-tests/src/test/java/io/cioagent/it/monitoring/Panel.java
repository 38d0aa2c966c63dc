package io.cioagent.it.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A panel of the dashboard.
 *
 * @param json as Grafana reads it
 */
record Panel(JsonNode json) {

  static final Path FILE = Yaml.folder("grafana/customerio.json");

  /** All but the rows, which only have a title. */
  static List<Panel> all() {
    List<Panel> panels = new ArrayList<>();
    for (JsonNode json : Yaml.read(FILE).path("panels")) {
      if (!json.path("type").asText().equals("row")) {
        panels.add(new Panel(json));
      }
    }
    return panels;
  }

  String title() {
    return json.path("title").asText();
  }

  String type() {
    return json.path("type").asText();
  }

  String unit() {
    return json.path("fieldConfig").path("defaults").path("unit").asText();
  }

  List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    json.path("targets").forEach(target -> targets.add(new Target(target)));
    return targets;
  }

  @Override
  public String toString() {
    return title();
  }

  /**
   * One query of a panel.
   *
   * @param json as Grafana reads it
   */
  record Target(JsonNode json) {

    String template() {
      return json.path("expr").asText();
    }

    String legend() {
      return json.path("legendFormat").asText();
    }

    /** Whether it is asked for one moment, not for a range. */
    boolean instant() {
      return json.path("instant").asBoolean();
    }

    /** What Grafana would send where "All" is chosen of everything. */
    String expression(Duration rateInterval, Duration range) {
      return template()
          .replace("$__rate_interval", rateInterval.toSeconds() + "s")
          .replace("$__range", range.toSeconds() + "s")
          .replace("$job", ".*")
          .replace("$instance", ".*")
          .replace("$operation", ".*");
    }
  }
}
