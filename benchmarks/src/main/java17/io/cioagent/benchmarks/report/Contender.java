package io.cioagent.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** What is compared: the application alone, under this agent, and under others. */
public enum Contender {
  NONE(null),
  DO_NOTHING("benchmarks/target/benchmarks-do-nothing-agent.jar"),
  OURS("agent/launcher/target/customerio-agent.jar"),
  OURS_NO_SPANS("agent/launcher/target/customerio-agent.jar"),
  /** No agent: the application measures its calls itself, with the OpenTelemetry SDK. */
  WRAPPER(null),
  JMX_EXPORTER("benchmarks/target/agents/jmx_prometheus_javaagent.jar"),
  OPENTELEMETRY("benchmarks/target/agents/opentelemetry-javaagent.jar"),
  ELASTIC("benchmarks/target/agents/elastic-apm-agent.jar");

  /** Names the port where a contender shows its metrics. */
  public static final String PORT_PROPERTY = "benchmark.metrics.port";

  private final String jar;

  Contender(String jar) {
    this.jar = jar;
  }

  /** The contender of that {@link #id()}. */
  public static Contender of(String id) {
    for (Contender contender : values()) {
      if (contender.id().equals(id)) {
        return contender;
      }
    }
    throw new IllegalArgumentException("unknown contender: " + id);
  }

  /** The name in lower case with hyphens, as in options and tables. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public boolean isOurs() {
    return this == OURS || this == OURS_NO_SPANS;
  }

  /**
   * The options of a JVM for a process that counts what it sends.
   *
   * @param port where its metrics are served
   * @param customerIo the host, and port if any, that stands for Customer.io
   */
  public List<String> options(int port, String customerIo) {
    String metricsPort = "-D" + PORT_PROPERTY + "=" + port;
    return switch (this) {
      case OPENTELEMETRY ->
          List.of(
              agent(),
              metricsPort,
              // Spans are recorded and dropped, as there is nobody to send them to.
              "-Dotel.traces.sampler=always_on",
              "-Dotel.traces.exporter=none",
              "-Dotel.logs.exporter=none",
              "-Dotel.metrics.exporter=prometheus",
              "-Dotel.exporter.prometheus.host=127.0.0.1",
              "-Dotel.exporter.prometheus.port=" + port);
      case OURS ->
          List.of(
              agent(),
              metricsPort,
              "-Dcustomerio.agent.prometheus.port=" + port,
              "-Dcustomerio.agent.hosts=" + customerIo);
      case OURS_NO_SPANS ->
          List.of(
              agent(),
              metricsPort,
              "-Dcustomerio.agent.prometheus.port=" + port,
              "-Dcustomerio.agent.hosts=" + customerIo,
              "-Dcustomerio.agent.spans.recent=0");
      case WRAPPER -> List.of(metricsPort, "-Dbenchmark.wrapper=true");
      case NONE -> List.of();
      case DO_NOTHING, JMX_EXPORTER, ELASTIC -> startUpOptions(customerIo);
    };
  }

  /** The options of a JVM for a process that starts and ends: nothing is exported or sent. */
  public List<String> startUpOptions(String customerIo) {
    return switch (this) {
      case OURS, OURS_NO_SPANS -> options(0, customerIo);
      // Each rule would only add to its cost.
      case JMX_EXPORTER -> List.of(agent() + "=0:benchmarks/jmx-exporter.yaml");
      case OPENTELEMETRY ->
          List.of(
              agent(),
              "-Dotel.traces.exporter=none",
              "-Dotel.metrics.exporter=none",
              "-Dotel.logs.exporter=none");
      case ELASTIC ->
          List.of(
              agent(),
              "-Delastic.apm.disable_send=true",
              "-Delastic.apm.central_config=false",
              "-Delastic.apm.cloud_provider=NONE");
      case DO_NOTHING -> List.of(agent());
      case NONE, WRAPPER -> List.of();
    };
  }

  /**
   * The counter that shows whether the contender observes requests to Customer.io; null if none.
   */
  public String requestCounter() {
    return switch (this) {
      case OURS, OURS_NO_SPANS, WRAPPER -> "customerio_api_requests_total";
      case OPENTELEMETRY -> "http_client_request_duration_seconds_count";
      case NONE, DO_NOTHING, JMX_EXPORTER, ELASTIC -> null;
    };
  }

  /** Fails if the contender's jar has not been built. */
  public void requireBuilt() {
    if (jar != null && !Files.isRegularFile(Path.of(jar))) {
      throw new IllegalStateException(jar + " is missing; the build with -Pagents makes it");
    }
  }

  /** The id with the version of a foreign agent. */
  String describe() throws IOException {
    if (jar == null || isOurs() || this == DO_NOTHING || !Files.isRegularFile(Path.of(jar))) {
      return id();
    }
    try (JarFile file = new JarFile(jar)) {
      String version =
          file.getManifest().getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
      return version == null ? id() : id() + " " + version;
    }
  }

  private String agent() {
    return "-javaagent:" + jar;
  }
}
