package io.cioagent.it.neighbours;

import io.cioagent.it.harness.Jdk;
import java.io.IOException;
import java.util.List;

/**
 * A neighbour under test.
 *
 * @param quick whether it starts quickly enough for every run of the tests
 */
record Kind(String name, String version, Neighbour.Maker maker, boolean quick) {

  static final List<Kind> ALL =
      List.of(
          new Kind("JaCoCo", "0.8.15", Coverage::new, true),
          new Kind("Prometheus JMX exporter", "1.0.1", JmxExporter::new, true),
          new Kind("AspectJ", "1.9.27", AspectJ::new, false),
          new Kind("Byteman", "4.0.27", Byteman::new, false),
          new Kind("OpenTelemetry", "2.33.1", OpenTelemetry::new, false),
          new Kind("Elastic APM", "1.55.1", ElasticApm::new, false),
          new Kind("Datadog", "1.68.1", Datadog::new, false),
          new Kind("New Relic", "8.19.0", NewRelic::new, false),
          new Kind("Glowroot", "0.14.0-beta.2", Glowroot::new, false));

  Neighbour in(Jdk jdk) throws IOException {
    return maker.make(version, jdk);
  }

  @Override
  public String toString() {
    return name + " " + version;
  }
}
