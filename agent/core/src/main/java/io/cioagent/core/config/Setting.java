package io.cioagent.core.config;

import java.util.Locale;

/** Every setting of our own: its name, default and meaning are declared here and nowhere else. */
enum Setting {
  ENABLED("enabled", "true", "false: the agent does nothing at all"),
  CONFIG_FILE("config-file", null, "path of a properties file"),
  SERVICE_NAME(
      "service-name",
      null,
      OtelSetting.SERVICE_NAME,
      "resource service.name, log field service; by default the main class's or jar's name"),
  ENVIRONMENT("environment", null, "resource deployment.environment.name, log field environment"),
  HOSTS(
      "hosts",
      null,
      "extra hosts to treat as Customer.io besides the built-in ones: host or host:port, comma"
          + " separated"),
  CLIENT_AUTO_DETECT("client.auto-detect", "true", "find client classes by name"),
  CLIENT_METHODS(
      "client.methods",
      null,
      "client methods to observe:"
          + " com.acme.Crm[upsert=identify,fire=track];com.acme.Other[sendMail=send_email]; a name"
          + " without = stands for the operation of the same name"),
  USER_ID(
      "user-id",
      "auto",
      "user ids in spans and logs: auto (as they are, but hashed where they look like an e-mail"
          + " address or a phone number), plain, hash (always), none"),
  PROMETHEUS_ENABLED(
      "prometheus.enabled", "true", "the embedded endpoint, which serves metrics to Prometheus"),
  PROMETHEUS_HOST(
      "prometheus.host",
      "localhost",
      OtelSetting.PROMETHEUS_HOST,
      "bind address; 0.0.0.0 to be scraped from other machines"),
  PROMETHEUS_PORT(
      "prometheus.port",
      "9464",
      OtelSetting.PROMETHEUS_PORT,
      "a port, 0 for any free one, or a range 9464-9474 of which the first free one is taken"),
  SPANS_RECENT("spans.recent", "512", "how many finished spans /spans holds; 0 turns it off"),
  WEBHOOK_PATHS(
      "webhook.paths",
      null,
      "request paths that receive reporting webhooks, comma separated, a * at the end stands"
          + " for anything; they count besides what is recognised by its Customer.io headers"),
  WEBHOOK_SIGNING_KEY(
      "webhook.signing-key",
      null,
      "the key itself, which shows in the process list where it is a system property; better in a"
          + " file"),
  WEBHOOK_SIGNING_KEY_FILE(
      "webhook.signing-key-file",
      null,
      "path of a file that holds the signing key of the reporting webhook: then signatures are"
          + " verified"),
  LOG_LEVEL(
      "log.level",
      "info",
      "operation log: info (every operation), warn (those that failed or whose outcome is unknown),"
          + " error (those that failed), debug (every HTTP request too), off"),
  LOG_OUTPUT("log.output", "stderr", "stderr, stdout or a file's path"),
  LOG_RATE_LIMIT(
      "log.rate-limit",
      "10",
      "at most that many lines a second for each result (up to 10000), so that successes never"
          + " crowd out errors; the next line says in suppressed how many were not written; 0 for no"
          + " limit"),
  LOG_PII_FIELDS(
      "log.pii-fields",
      "email,phone,address,ssn",
      "fields masked in data at every depth, comma separated; case, _ and - make no difference; a"
          + " list given here replaces the default"),
  LOG_MDC(
      "log.mdc",
      "false",
      "trace_id and span_id in the application's own log lines while a client method runs"),
  DRY_RUN(
      "dry-run", "false", "true: weave nothing, print what would be woven and what not, and why"),
  TELEMETRY(
      "telemetry",
      "agent",
      "agent, or application: spans and metrics go to the application's own GlobalOpenTelemetry");

  static final String PROPERTY_PREFIX = "customerio.agent.";
  static final String VARIABLE_PREFIX = variable(PROPERTY_PREFIX);

  private final String key;
  private final String fallback;
  private final OtelSetting counterpart;
  private final String meaning;

  Setting(String key, String fallback, String meaning) {
    this(key, fallback, null, meaning);
  }

  Setting(String key, String fallback, OtelSetting counterpart, String meaning) {
    this.key = key;
    this.fallback = fallback;
    this.counterpart = counterpart;
    this.meaning = meaning;
  }

  /** The setting of that exact name, without prefix; null when there is none. */
  static Setting named(String key) {
    for (Setting setting : values()) {
      if (setting.key.equals(key)) {
        return setting;
      }
    }
    return null;
  }

  /** As an agent argument and in a file: without the prefix. */
  String key() {
    return key;
  }

  String property() {
    return PROPERTY_PREFIX + key;
  }

  String variable() {
    return variable(PROPERTY_PREFIX + key);
  }

  /** As it would be written; null when the default is nothing, or found out at start-up. */
  String fallback() {
    return fallback;
  }

  /**
   * The standard setting that stands in when ours is not given; null when there is none of the same
   * form.
   */
  OtelSetting counterpart() {
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
