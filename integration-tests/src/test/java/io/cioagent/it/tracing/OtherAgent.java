package io.cioagent.it.tracing;

import io.cioagent.it.endpoint.Span;
import io.cioagent.it.harness.Await;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.library.MavenRepository;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** OpenTelemetry's Java agent beside ours, and the spans that it exports. */
final class OtherAgent {

  /** Keep in step with the root pom, where the benchmarks have it from. */
  private static final String VERSION = "2.33.1";

  private OtherAgent() {}

  static Path jar() {
    return MavenRepository.jars(
            List.of("io.opentelemetry.javaagent:opentelemetry-javaagent:" + VERSION))
        .get(0);
  }

  /** Its spans go to standard output, a line for each batch. */
  static Jvm quick(Jvm jvm) {
    return jvm.option("-Dotel.traces.exporter=experimental-otlp/stdout")
        .option("-Dotel.bsp.schedule.delay=50")
        .option("-Dotel.metrics.exporter=none")
        .option("-Dotel.logs.exporter=none");
  }

  static List<Span> spans(RunningJvm jvm) {
    return jvm.stdout().stream()
        .filter(line -> line.startsWith("{\"resourceSpans\""))
        .flatMap(line -> Span.parse(line).stream())
        .toList();
  }

  /** The one span of that kind, once it has been exported. */
  static Span span(RunningJvm jvm, String what, Predicate<Span> wanted) {
    return Await.found(what, () -> spans(jvm).stream().filter(wanted).findFirst().orElse(null));
  }
}
