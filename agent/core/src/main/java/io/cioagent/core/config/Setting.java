package io.cioagent.core.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Every setting of the agent: its name, default and meaning are declared only here. */
enum Setting {
  ENABLED("enabled", "true", "set to false to disable the agent"),
  CONFIG_FILE("config-file", "", "path to a properties file with further settings"),
  SERVICE_NAME(
      "service-name",
      "",
      OtelSetting.SERVICE_NAME,
      "service name (resource service.name, log field service); by default the name of the"
          + " application in its own configuration, its server, or its main class or jar"),
  ENVIRONMENT(
      "environment",
      "",
      "deployment environment (resource deployment.environment.name, log field environment)"),
  HOSTS(
      "hosts",
      "",
      "additional hosts to treat as Customer.io: a comma-separated list of host or host:port"),
  CLIENT_AUTO_DETECT("client.auto-detect", "true", "detect client classes by name"),
  CLIENT_METHODS(
      "client.methods",
      "",
      "client methods to observe:"
          + " com.acme.Crm[upsert=identify,fire=track];com.acme.Other[sendMail=send_email]; a name"
          + " without = maps to the operation of the same name"),
  USER_ID(
      "user-id",
      "auto",
      "user ids in spans and logs: auto (unchanged, but hashed if they look like an email address"
          + " or a phone number), plain, hash (always hashed) or none"),
  PROMETHEUS_ENABLED(
      "prometheus.enabled", "true", "serve metrics to Prometheus on the embedded endpoint"),
  PROMETHEUS_HOST(
      "prometheus.host",
      "localhost",
      OtelSetting.PROMETHEUS_HOST,
      "address to bind; 0.0.0.0 allows scrapes from other machines"),
  PROMETHEUS_PORT(
      "prometheus.port",
      "19464",
      OtelSetting.PROMETHEUS_PORT,
      "port to bind: a port, 0 for any free port, or a range such as 19464-19474 to use its first"
          + " free port"),
  SPANS_RECENT(
      "spans.recent", "512", "number of finished spans kept for /spans; 0 turns the page off"),
  WEBHOOK_PATHS(
      "webhook.paths",
      "",
      "request paths that receive reporting webhooks, comma-separated, with * as a wildcard at the"
          + " end; requests with Customer.io headers are recognized on every path"),
  WEBHOOK_SIGNING_KEY(
      "webhook.signing-key",
      "",
      "signing key of the reporting webhook; prefer the file, because system properties are visible"
          + " in the process list"),
  WEBHOOK_SIGNING_KEY_FILE(
      "webhook.signing-key-file",
      "",
      "path to a file with the signing key of the reporting webhook; enables signature"
          + " verification"),
  LOG_LEVEL(
      "log.level",
      "info",
      "operation log level: debug (every operation and HTTP request), info (every operation), warn"
          + " (failures and unknown outcomes), error (failures) or off"),
  LOG_OUTPUT("log.output", "stderr", "operation log destination: stderr, stdout or a file path"),
  LOG_RATE_LIMIT(
      "log.rate-limit",
      "10",
      "maximum operation log lines per second for each result (up to 10000), so that successes"
          + " never crowd out errors; the next line reports the number of omitted lines in"
          + " suppressed; 0 for no limit"),
  LOG_PII_FIELDS(
      "log.pii-fields",
      "email,phone,address,ssn",
      "fields to mask in data at every depth, comma-separated; case, _ and - are ignored; replaces"
          + " the default list"),
  LOG_MDC(
      "log.mdc",
      "false",
      "add trace_id and span_id to the application's own log lines while a client method runs"),
  DRY_RUN(
      "dry-run",
      "false",
      "weave nothing; print which classes would be woven, which would not, and why"),
  TELEMETRY(
      "telemetry",
      "agent",
      "agent, or application to send spans and metrics through the application's own"
          + " GlobalOpenTelemetry"),
  OTEL_SETTINGS(
      "otel.settings",
      "use",
      "use, or ignore to leave otel.* system properties and OTEL_* variables to another agent;"
          + " customerio.agent.otel.* stays in effect");

  static final String PROPERTY_PREFIX = "customerio.agent.";
  static final String VARIABLE_PREFIX = variable(PROPERTY_PREFIX);

  private final String key;
  private final String fallback;
  private final @Nullable OtelSetting counterpart;
  private final String meaning;

  Setting(String key, String fallback, String meaning) {
    this(key, fallback, null, meaning);
  }

  Setting(String key, String fallback, @Nullable OtelSetting counterpart, String meaning) {
    this.key = key;
    this.fallback = fallback;
    this.counterpart = counterpart;
    this.meaning = meaning;
  }

  /** The setting of that exact name without prefix, if there is one. */
  static @Nullable Setting named(String key) {
    for (Setting setting : values()) {
      if (setting.key.equals(key)) {
        return setting;
      }
    }
    return null;
  }

  /** The name without prefix, as in an agent argument. */
  String key() {
    return key;
  }

  String property() {
    return PROPERTY_PREFIX + key;
  }

  String variable() {
    return variable(PROPERTY_PREFIX + key);
  }

  /** The default as text; empty if there is none or if it is determined at start-up. */
  String fallback() {
    return fallback;
  }

  /** The standard setting with the same format to use if this one is not set, if there is one. */
  @Nullable OtelSetting counterpart() {
    return counterpart;
  }

  /** One line for the documentation. */
  String meaning() {
    return meaning;
  }

  /** The environment variable for a property. */
  static String variable(String property) {
    return property.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
