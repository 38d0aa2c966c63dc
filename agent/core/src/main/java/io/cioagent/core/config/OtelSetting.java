package io.cioagent.core.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Every supported OpenTelemetry setting: its name, the agent's default and its meaning are declared
 * only here.
 */
enum OtelSetting {
  SDK_DISABLED("otel.sdk.disabled", "false", "set to true to disable the agent"),
  SERVICE_NAME("otel.service.name", "", "resource attribute service.name"),
  RESOURCE_ATTRIBUTES(
      "otel.resource.attributes", "", "additional resource attributes: name=value,name=value"),
  TRACES_EXPORTER(
      "otel.traces.exporter",
      OtelSetting.NONE,
      "span exporters, comma-separated: otlp, console or none"),
  METRICS_EXPORTER(
      "otel.metrics.exporter",
      "prometheus",
      "metric exporters, comma-separated: prometheus, otlp, console or none"),
  LOGS_EXPORTER(
      "otel.logs.exporter",
      OtelSetting.NONE,
      "exporters of the operation log, comma-separated: otlp, console or none"),
  PROMETHEUS_HOST("otel.exporter.prometheus.host", "", "see prometheus.host"),
  PROMETHEUS_PORT("otel.exporter.prometheus.port", "", "see prometheus.port"),
  TRACES_SAMPLER(
      "otel.traces.sampler",
      "parentbased_always_on",
      "always_on, always_off or traceidratio, optionally prefixed with parentbased_"),
  TRACES_SAMPLER_ARG(
      "otel.traces.sampler.arg", "1.0", "sampling ratio of traceidratio, from 0 to 1"),
  OTLP_ENDPOINT(
      "otel.exporter.otlp.endpoint",
      "http://localhost:4318",
      "collector URL; /v1/traces, /v1/metrics and /v1/logs are appended"),
  OTLP_PROTOCOL(
      "otel.exporter.otlp.protocol",
      "http/protobuf",
      "OTLP transport protocol; only http/protobuf is supported"),
  OTLP_HEADERS(
      "otel.exporter.otlp.headers", "", "headers sent with each export: name=value,name=value"),
  OTLP_TIMEOUT(
      "otel.exporter.otlp.timeout", "10000", "maximum time for one export, retries included"),
  OTLP_COMPRESSION("otel.exporter.otlp.compression", OtelSetting.NONE, "gzip or none"),
  OTLP_CERTIFICATE(
      "otel.exporter.otlp.certificate", "", "path to a PEM file with trusted certificates"),
  OTLP_CLIENT_KEY(
      "otel.exporter.otlp.client.key", "", "path to a PEM file with the client's private key"),
  OTLP_CLIENT_CERTIFICATE(
      "otel.exporter.otlp.client.certificate",
      "",
      "path to a PEM file with the client's certificates"),
  OTLP_TEMPORALITY(
      "otel.exporter.otlp.metrics.temporality.preference",
      "cumulative",
      "cumulative, delta or lowmemory"),
  METRIC_INTERVAL("otel.metric.export.interval", "60000", "interval between metric exports"),
  METRIC_TIMEOUT("otel.metric.export.timeout", "30000", "maximum time for one metric export"),
  SPANS_DELAY("otel.bsp.schedule.delay", "5000", "interval between span exports"),
  SPANS_QUEUE(
      "otel.bsp.max.queue.size",
      "2048",
      "maximum number of queued spans; further spans are dropped"),
  SPANS_BATCH("otel.bsp.max.export.batch.size", "512", "maximum number of spans per export"),
  SPANS_TIMEOUT("otel.bsp.export.timeout", "30000", "maximum time for one span export"),
  LOGS_DELAY("otel.blrp.schedule.delay", "1000", "interval between log record exports"),
  LOGS_QUEUE(
      "otel.blrp.max.queue.size",
      "2048",
      "maximum number of queued log records; further records are dropped"),
  LOGS_BATCH("otel.blrp.max.export.batch.size", "512", "maximum number of log records per export"),
  LOGS_TIMEOUT("otel.blrp.export.timeout", "30000", "maximum time for one log record export");

  /** The standard value for "no exporter". */
  static final String NONE = "none";

  private static final String OTLP_PREFIX = "otel.exporter.otlp.";

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

  /**
   * The name of an OTLP setting for a single signal; it takes precedence over the general setting.
   */
  String property(Signal signal) {
    return OTLP_PREFIX + signal.key() + '.' + property.substring(OTLP_PREFIX.length());
  }

  String variable() {
    return Setting.variable(property);
  }

  /** All names, those of single signals included. */
  static List<String> properties() {
    List<String> names = new ArrayList<>();
    for (OtelSetting setting : values()) {
      names.add(setting.property);
      if (setting.property.startsWith(OTLP_PREFIX)) {
        for (Signal signal : Signal.values()) {
          names.add(setting.property(signal));
        }
      }
    }
    return names;
  }

  /** The default as text; empty if there is none or if the agent's own setting has the default. */
  String fallback() {
    return fallback;
  }

  /** One line for the documentation. */
  String meaning() {
    return meaning;
  }
}
