package io.cioagent.it.tracing;

import io.cioagent.it.endpoint.Span;
import io.cioagent.it.harness.Await;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.library.MavenRepository;
import io.cioagent.it.otlp.Collector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** OpenTelemetry's Java agent beside ownCommandLine, and the spans that it exports. */
public final class OtherAgent {

  /** Keep in step with the root pom, where the benchmarks have it from. */
  public static final String VERSION = "2.33.1";

  /** On Java 8 it takes 20 s of processor time to start. */
  public static final Duration PATIENCE = Duration.ofMinutes(3);

  private OtherAgent() {}

  public static Path jar() {
    return MavenRepository.jars(
            List.of("io.opentelemetry.javaagent:opentelemetry-javaagent:" + VERSION))
        .get(0);
  }

  /**
   * Its spans go to a collector, by a file that ownCommandLine does not read. Not to standard
   * output: its lines there come in pieces, with the application's answers in between.
   */
  public static Jvm quick(Jvm jvm, Collector collector) {
    Path file = Build.scratch("other-agent").resolve("other-agent.properties");
    List<String> lines =
        List.of(
            "otel.traces.exporter=otlp",
            "otel.exporter.otlp.protocol=http/protobuf",
            "otel.exporter.otlp.endpoint=http://127.0.0.1:" + collector.port(),
            "otel.bsp.schedule.delay=50",
            "otel.metrics.exporter=none",
            "otel.logs.exporter=none");
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jvm.option("-Dotel.javaagent.configuration-file=" + file);
  }

  /** The one span of that kind, once it has been exported. */
  static Span span(Collector collector, String what, Predicate<Span> wanted) {
    return Await.found(
        what, () -> collector.receivedSpans().stream().filter(wanted).findFirst().orElse(null));
  }
}
