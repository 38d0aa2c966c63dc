package io.cioagent.core.config;

/**
 * Every standard OpenTelemetry setting that is honoured: its name, our default and its meaning are
 * declared here and nowhere else.
 */
enum OtelSetting {
  SDK_DISABLED("otel.sdk.disabled", "false", "true: the agent does nothing at all"),
  SERVICE_NAME("otel.service.name", null, "resource service.name"),
  RESOURCE_ATTRIBUTES(
      "otel.resource.attributes", null, "further resource attributes: name=value,name=value"),
  TRACES_EXPORTER(
      "otel.traces.exporter", OtelSetting.NONE, "where spans are pushed to: otlp, console, none"),
  METRICS_EXPORTER(
      "otel.metrics.exporter",
      "prometheus",
      "where metrics go: prometheus, otlp, console, none; several are separated by commas"),
  LOGS_EXPORTER(
      "otel.logs.exporter",
      OtelSetting.NONE,
      "where the operation log is pushed to: otlp, console, none"),
  PROMETHEUS_HOST("otel.exporter.prometheus.host", null, "see prometheus.host"),
  PROMETHEUS_PORT("otel.exporter.prometheus.port", null, "see prometheus.port"),
  TRACES_SAMPLER(
      "otel.traces.sampler",
      "parentbased_always_on",
      "always_on, always_off, traceidratio, or one of these after parentbased_"),
  TRACES_SAMPLER_ARG("otel.traces.sampler.arg", "1.0", "the ratio of traceidratio, 0 to 1"),
  OTLP_ENDPOINT(
      "otel.exporter.otlp.endpoint",
      "http://localhost:4318",
      "the collector; /v1/traces, /v1/metrics and /v1/logs are appended"),
  OTLP_PROTOCOL("otel.exporter.otlp.protocol", "http/protobuf", "http/protobuf"),
  OTLP_HEADERS("otel.exporter.otlp.headers", null, "headers of each export: name=value,name=value"),
  OTLP_TIMEOUT("otel.exporter.otlp.timeout", "10000", "longest time for one export, retries in it"),
  OTLP_COMPRESSION("otel.exporter.otlp.compression", OtelSetting.NONE, "gzip or none"),
  OTLP_CERTIFICATE(
      "otel.exporter.otlp.certificate", null, "path of the PEM file of trusted certificates"),
  OTLP_CLIENT_KEY(
      "otel.exporter.otlp.client.key", null, "path of the PEM file of the client's private key"),
  OTLP_CLIENT_CERTIFICATE(
      "otel.exporter.otlp.client.certificate",
      null,
      "path of the PEM file of the client's certificates"),
  OTLP_TEMPORALITY(
      "otel.exporter.otlp.metrics.temporality.preference",
      "cumulative",
      "cumulative, delta or lowmemory"),
  METRIC_INTERVAL("otel.metric.export.interval", "60000", "time between two pushes of metrics"),
  METRIC_TIMEOUT("otel.metric.export.timeout", "30000", "longest time for one push of metrics"),
  SPANS_DELAY("otel.bsp.schedule.delay", "5000", "time between two pushes of spans"),
  SPANS_QUEUE("otel.bsp.max.queue.size", "2048", "spans that wait at most; others are dropped"),
  SPANS_BATCH("otel.bsp.max.export.batch.size", "512", "spans in one push at most"),
  SPANS_TIMEOUT("otel.bsp.export.timeout", "30000", "longest time for one push of spans"),
  LOGS_DELAY("otel.blrp.schedule.delay", "1000", "time between two pushes of log records"),
  LOGS_QUEUE(
      "otel.blrp.max.queue.size", "2048", "log records that wait at most; others are dropped"),
  LOGS_BATCH("otel.blrp.max.export.batch.size", "512", "log records in one push at most"),
  LOGS_TIMEOUT("otel.blrp.export.timeout", "30000", "longest time for one push of log records");

  /** The standard word for "export nowhere". */
  static final String NONE = "none";

  private static final String OTLP_PREFIX = "otel.exporter.otlp.";

  /** What the names of all standard settings begin with. */
  static final String PROPERTY_PREFIX = "otel.";

  private final String property;
  private final String fallback;
  private final String meaning;

  OtelSetting(String property, String fallback, String meaning) {
    this.property = property;
    this.fallback = fallback;
    this.meaning = meaning;
  }

  String property() {
    return property;
  }

  /** The name that an OTLP setting has for one signal alone, where it beats the general one. */
  String property(Signal signal) {
    return OTLP_PREFIX + signal.key() + '.' + property.substring(OTLP_PREFIX.length());
  }

  String variable() {
    return Setting.variable(property);
  }

  /** As it would be written; null when the default is nothing, or that of our own setting. */
  String fallback() {
    return fallback;
  }

  /** One line for the documentation. */
  String meaning() {
    return meaning;
  }
}
