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
      "otel.traces.exporter", OtelSetting.NONE, "where spans are pushed to; only none so far"),
  METRICS_EXPORTER("otel.metrics.exporter", "prometheus", "prometheus or none"),
  LOGS_EXPORTER(
      "otel.logs.exporter", OtelSetting.NONE, "where logs are pushed to; only none so far"),
  PROMETHEUS_HOST("otel.exporter.prometheus.host", null, "see prometheus.host"),
  PROMETHEUS_PORT("otel.exporter.prometheus.port", null, "see prometheus.port"),
  TRACES_SAMPLER(
      "otel.traces.sampler",
      "parentbased_always_on",
      "always_on, always_off, traceidratio, or one of these after parentbased_"),
  TRACES_SAMPLER_ARG("otel.traces.sampler.arg", "1.0", "the ratio of traceidratio, 0 to 1");

  /** The standard word for "export nowhere". */
  static final String NONE = "none";

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
