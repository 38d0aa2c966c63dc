package io.cioagent.core.config;

import io.cioagent.core.operation.ConfiguredMethod;
import io.cioagent.core.privacy.UserIdMode;
import io.cioagent.core.webhook.WebhookRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the user wants, checked and complete. Immutable and safe for any thread; nothing is null
 * unless it says so.
 */
public final class Settings {
  private final Draft draft;

  Settings(Draft draft) {
    this.draft = draft;
  }

  /**
   * The values while they are read; thread-confined, and not changed any more once {@link Settings}
   * holds it.
   */
  // The reader sets every field.
  @SuppressWarnings("NullAway.Init")
  static final class Draft {
    boolean enabled;
    String serviceName;
    String environment;
    List<String> hosts = new ArrayList<>();
    boolean clientAutoDetect;
    List<ConfiguredMethod> clientMethods = new ArrayList<>();
    UserIdMode userIdMode;
    boolean prometheusEnabled;
    String prometheusHost;
    PortRange prometheusPorts;
    int recentSpans;
    boolean telemetryOfApplication;
    WebhookRules webhookRules;
    LogSettings log;
    boolean logMdc;
    Map<String, String> resourceAttributes = new LinkedHashMap<>();
    String tracesSampler;
    String tracesSamplerArg;
    boolean dryRun;
    ExportSettings exports;
    List<String> warnings = new ArrayList<>();
  }

  /** False: the agent does nothing at all. */
  public boolean enabled() {
    return draft.enabled;
  }

  /** Resource {@code service.name}. */
  public String serviceName() {
    return draft.serviceName;
  }

  /** Resource {@code deployment.environment.name}; null when unset. */
  public String environment() {
    return draft.environment;
  }

  /** Hosts besides the built-in ones, as {@link io.cioagent.core.operation.Hosts} takes them. */
  public List<String> hosts() {
    return Collections.unmodifiableList(draft.hosts);
  }

  /** Whether client classes are found by name. */
  public boolean clientAutoDetect() {
    return draft.clientAutoDetect;
  }

  /** Client methods that are observed whatever their names. */
  public List<ConfiguredMethod> clientMethods() {
    return Collections.unmodifiableList(draft.clientMethods);
  }

  /** How user ids appear in spans and logs. */
  public UserIdMode userIdMode() {
    return draft.userIdMode;
  }

  /** Whether the embedded endpoint is wanted. */
  public boolean prometheusEnabled() {
    return draft.prometheusEnabled;
  }

  /** The address to bind; not looked up yet. */
  public String prometheusHost() {
    return draft.prometheusHost;
  }

  /** The first port to try, 0 to 65535; 0 is any free one. */
  public int prometheusPortFrom() {
    return draft.prometheusPorts.from;
  }

  /** The last port to try, not less than {@link #prometheusPortFrom()}. */
  public int prometheusPortTo() {
    return draft.prometheusPorts.to;
  }

  /** How many finished spans are held, 0 to 100000. */
  public int recentSpans() {
    return draft.recentSpans;
  }

  /** Whether spans and metrics go to the application's own OpenTelemetry, and nowhere else. */
  public boolean telemetryOfApplication() {
    return draft.telemetryOfApplication;
  }

  /** How webhooks are recognised and proven. */
  public WebhookRules webhookRules() {
    return draft.webhookRules;
  }

  /** What the operation log is to hold, and where it goes. */
  public LogSettings log() {
    return draft.log;
  }

  /** {@code otel.resource.attributes}, decoded, in the order given. */
  public Map<String, String> resourceAttributes() {
    return Collections.unmodifiableMap(draft.resourceAttributes);
  }

  /** Whether the application's own log lines tell the current operation. */
  public boolean logMdc() {
    return draft.logMdc;
  }

  /** The sampler's standard name, in lower case. */
  public String tracesSampler() {
    return draft.tracesSampler;
  }

  /** A number from 0 to 1 for the samplers that take a ratio; null when unset or unreadable. */
  public String tracesSamplerArg() {
    return draft.tracesSamplerArg;
  }

  /** True: nothing is woven, it is only told what would be. */
  public boolean dryRun() {
    return draft.dryRun;
  }

  /** What is pushed to collectors. */
  public ExportSettings exports() {
    return draft.exports;
  }

  /**
   * One sentence for each key that is unknown and each value that cannot be read; no secrets in it.
   */
  public List<String> warnings() {
    return Collections.unmodifiableList(draft.warnings);
  }
}
