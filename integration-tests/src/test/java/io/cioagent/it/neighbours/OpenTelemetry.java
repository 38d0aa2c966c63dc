package io.cioagent.it.neighbours;

import io.cioagent.it.endpoint.Span;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.otlp.Collector;
import io.cioagent.it.tracing.OtherAgent;
import java.io.IOException;
import java.util.List;

/** OpenTelemetry's Java agent, which sends its last spans before the JVM ends. */
final class OpenTelemetry implements Neighbour {

  private final Collector collector;

  OpenTelemetry(String version, Jdk jdk) throws IOException {
    collector = Collector.http();
  }

  @Override
  public void join(Jvm jvm) {
    OtherAgent.quick(jvm, collector).agentWith(OtherAgent.jar(), "");
  }

  @Override
  public List<String> counts() {
    return collector.receivedSpans().stream().map(OpenTelemetry::line).sorted().toList();
  }

  private static String line(Span span) {
    return span.name() + " " + span.kind() + " " + span.attribute("error.type");
  }

  @Override
  public boolean isHarmless(String line) {
    return line.startsWith("[otel.javaagent ") && line.contains(" INFO ");
  }

  @Override
  public void close() {
    collector.close();
  }
}
