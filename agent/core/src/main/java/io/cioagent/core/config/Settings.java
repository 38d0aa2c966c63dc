package io.cioagent.core.config;

import io.cioagent.core.operation.ConfiguredMethod;
import io.cioagent.core.privacy.UserIdMode;
import io.cioagent.core.webhook.WebhookRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The validated settings, including defaults. Immutable and thread-safe. */
public final class Settings {
  private final Draft draft;

  Settings(Draft draft) {
    this.draft = draft;
  }

  /**
   * The values while they are read; confined to one thread and not changed once {@link Settings}
   * holds them.
   */
  // The reader sets every field that is never null.
  @SuppressWarnings("NullAway.Init")
  static final class Draft {
    boolean enabled;
    ServiceName serviceName;
    @Nullable String environment;
    List<String> hosts = new ArrayList<>();
    boolean clientAutoDetect;
    List<ConfiguredMethod> clientMethods = new ArrayList<>();
    UserIdMode userIdMode;
    boolean prometheusEnabled;
    String prometheusHost;
    PortRange prometheusPorts;
    int recentSpans;
    boolean usesApplicationTelemetry;
    WebhookRules webhookRules;
    LogSettings log;
    boolean logMdc;
    Map<String, String> resourceAttributes = new LinkedHashMap<>();
    String tracesSampler;
    @Nullable String tracesSamplerArg;
    boolean dryRun;
    ExportSettings exports;
    List<String> warnings = new ArrayList<>();
    List<String> notes = new ArrayList<>();
  }

  /** If false, the agent does nothing. */
  public boolean enabled() {
    return draft.enabled;
  }

  /** Resource {@code service.name}. The first call may read files of the application. */
  public String serviceName() {
    return draft.serviceName.get();
  }

  /** Resource {@code deployment.environment.name}, if it is set. */
  public @Nullable String environment() {
    return draft.environment;
  }

  /** Additional hosts, in the format of {@link io.cioagent.core.operation.Hosts}. */
  public List<String> hosts() {
    return Collections.unmodifiableList(draft.hosts);
  }

  /** Whether client classes are detected by name. */
  public boolean clientAutoDetect() {
    return draft.clientAutoDetect;
  }

  /** Client methods that are observed regardless of their names. */
  public List<ConfiguredMethod> clientMethods() {
    return Collections.unmodifiableList(draft.clientMethods);
  }

  /** How user ids appear in spans and logs. */
  public UserIdMode userIdMode() {
    return draft.userIdMode;
  }

  /** Whether the embedded endpoint is enabled. */
  public boolean prometheusEnabled() {
    return draft.prometheusEnabled;
  }

  /** The address to bind, not yet resolved. */
  public String prometheusHost() {
    return draft.prometheusHost;
  }

  /** The first port to try, 0 to 65535; 0 means any free port. */
  public int prometheusPortFrom() {
    return draft.prometheusPorts.from;
  }

  /** The last port to try, not less than {@link #prometheusPortFrom()}. */
  public int prometheusPortTo() {
    return draft.prometheusPorts.to;
  }

  /** The number of finished spans to hold, 0 to 100000. */
  public int recentSpans() {
    return draft.recentSpans;
  }

  /** Whether spans and metrics go to the application's own OpenTelemetry, and nowhere else. */
  public boolean usesApplicationTelemetry() {
    return draft.usesApplicationTelemetry;
  }

  /** How webhooks are recognized and verified. */
  public WebhookRules webhookRules() {
    return draft.webhookRules;
  }

  /** The settings of the operation log. */
  public LogSettings log() {
    return draft.log;
  }

  /** {@code otel.resource.attributes}, decoded, in the order given. */
  public Map<String, String> resourceAttributes() {
    return Collections.unmodifiableMap(draft.resourceAttributes);
  }

  /** Whether the application's own log lines contain the current trace and span id. */
  public boolean logMdc() {
    return draft.logMdc;
  }

  /** The sampler's standard name, in lower case. */
  public String tracesSampler() {
    return draft.tracesSampler;
  }

  /** The ratio of a ratio-based sampler, from 0 to 1, if it is set and valid. */
  public @Nullable String tracesSamplerArg() {
    return draft.tracesSamplerArg;
  }

  /** If true, the agent weaves nothing and prints what it would weave. */
  public boolean dryRun() {
    return draft.dryRun;
  }

  /** The export settings. */
  public ExportSettings exports() {
    return draft.exports;
  }

  /** One sentence for each unknown key and each invalid value. Contains no secrets. */
  public List<String> warnings() {
    return Collections.unmodifiableList(draft.warnings);
  }

  /** One sentence for each value that works otherwise than it says. Contains no secrets. */
  public List<String> notes() {
    return Collections.unmodifiableList(draft.notes);
  }
}
