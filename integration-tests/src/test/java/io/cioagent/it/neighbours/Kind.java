package io.cioagent.it.neighbours;

import io.cioagent.it.harness.Jdk;
import io.cioagent.it.tracing.OtherAgent;
import java.io.IOException;
import java.util.List;

/**
 * A neighbour under test.
 *
 * @param newestJdk the newest one that it is tested on
 * @param quick whether it starts quickly enough for every run of the tests
 */
record Kind(String name, String version, Neighbour.Maker maker, int newestJdk, boolean quick) {

  static final List<Kind> ALL =
      List.of(
          new Kind("JaCoCo", "0.8.15", Coverage::new, 25, true),
          new Kind("Prometheus JMX exporter", "1.0.1", JmxExporter::new, 25, true),
          new Kind("AspectJ", "1.9.27", AspectJ::new, 25, false),
          new Kind("Byteman", "4.0.27", Byteman::new, 25, false),
          new Kind("OpenTelemetry", OtherAgent.VERSION, OpenTelemetry::new, 25, false),
          new Kind("Elastic APM", "1.55.1", ElasticApm::new, 25, false),
          new Kind("Datadog", "1.68.1", Datadog::new, 25, false),
          new Kind("New Relic", "8.19.0", NewRelic::new, 17, false));

  boolean runsOn(Jdk jdk) {
    return jdk.feature() <= newestJdk && (quick || Jdk.isLongSuite());
  }

  Neighbour in(Jdk jdk) throws IOException {
    return maker.make(version, jdk);
  }

  @Override
  public String toString() {
    return name + " " + version;
  }
}
