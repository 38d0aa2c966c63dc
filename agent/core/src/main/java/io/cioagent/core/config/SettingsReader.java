package io.cioagent.core.config;

import io.cioagent.core.privacy.UserIdMode;
import io.cioagent.core.webhook.WebhookRules;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the settings from the sources in the contract, in order of precedence. Never throws on
 * invalid input.
 */
public final class SettingsReader {
  private static final int MOST_RECENT_SPANS = 100_000;

  /** Names defined by the OpenTelemetry resource conventions. */
  private static final String SERVICE_NAME_ATTRIBUTE = "service.name";

  private static final String ENVIRONMENT_ATTRIBUTE = "deployment.environment.name";

  private static final String TRUE = "true";
  private static final String FALSE = "false";

  private static final String RATIO_SAMPLER = "traceidratio";
  private static final String PARENT_BASED = "parentbased_";
  private static final String[] SAMPLERS = {"always_on", "always_off", RATIO_SAMPLER};

  private final Settings.Draft draft = new Settings.Draft();
  private final Warnings warnings = new Warnings(draft.warnings, draft.notes);
  private final Sources sources;

  private SettingsReader(
      @Nullable String agentArguments,
      @Nullable Map<String, String> systemProperties,
      @Nullable Map<String, String> environment) {
    sources = new Sources(agentArguments, systemProperties, environment, warnings);
  }

  /**
   * Reads all settings once. Invalid values are replaced and reported in {@link
   * Settings#warnings()}.
   *
   * @param agentArguments the text after the {@code =} of {@code -javaagent:}
   * @param systemProperties a copy that does not change
   */
  public static Settings read(
      @Nullable String agentArguments,
      @Nullable Map<String, String> systemProperties,
      @Nullable Map<String, String> environment) {
    return new SettingsReader(agentArguments, systemProperties, environment).read();
  }

  /** As {@link #read}, with the source of each setting. */
  public static SettingsReport report(
      @Nullable String agentArguments,
      @Nullable Map<String, String> systemProperties,
      @Nullable Map<String, String> environment) {
    SettingsReader reader = new SettingsReader(agentArguments, systemProperties, environment);
    return new SettingsReport(reader.read(), reader.sources, reader.warnings);
  }

  private Settings read() {
    readGeneral();
    draft.hosts.addAll(HostList.parse(sources.find(Setting.HOSTS), warnings));
    draft.clientAutoDetect = flag(Setting.CLIENT_AUTO_DETECT);
    draft.clientMethods.addAll(
        ClientMethodList.parse(sources.find(Setting.CLIENT_METHODS), warnings));
    draft.userIdMode = userIdMode();
    draft.exports = ExportSettingsReader.read(sources, warnings);
    readPrometheus();
    draft.recentSpans = recentSpans();
    draft.logMdc = flag(Setting.LOG_MDC);
    draft.usesApplicationTelemetry =
        TelemetrySetting.read(sources.find(Setting.TELEMETRY), warnings);
    draft.webhookRules =
        new WebhookRules(
            WebhookPathList.parse(sources.find(Setting.WEBHOOK_PATHS), warnings),
            SigningKeySetting.read(
                sources.find(Setting.WEBHOOK_SIGNING_KEY),
                sources.find(Setting.WEBHOOK_SIGNING_KEY_FILE),
                warnings));
    draft.log = LogSettings.read(sources, warnings);
    readSampler();
    draft.dryRun = flag(Setting.DRY_RUN);
    return new Settings(draft);
  }

  private void readGeneral() {
    boolean sdkDisabled =
        bool(sources.find(OtelSetting.SDK_DISABLED), OtelSetting.SDK_DISABLED.fallback());
    draft.enabled = flag(Setting.ENABLED, String.valueOf(!sdkDisabled));
    draft.resourceAttributes.putAll(
        ResourceAttributes.parse(sources.find(OtelSetting.RESOURCE_ATTRIBUTES), warnings));
    draft.serviceName =
        new ServiceName(text(Setting.SERVICE_NAME, SERVICE_NAME_ATTRIBUTE), sources);
    draft.environment = text(Setting.ENVIRONMENT, ENVIRONMENT_ATTRIBUTE);
  }

  private void readPrometheus() {
    draft.prometheusEnabled =
        flag(
            Setting.PROMETHEUS_ENABLED,
            draft.exports.prometheus() ? Setting.PROMETHEUS_ENABLED.fallback() : FALSE);
    RawValue host = sources.find(Setting.PROMETHEUS_HOST);
    draft.prometheusHost = host == null ? Setting.PROMETHEUS_HOST.fallback() : host.value;
    draft.prometheusPorts = prometheusPorts();
  }

  private PortRange prometheusPorts() {
    String fallback = Setting.PROMETHEUS_PORT.fallback();
    RawValue raw = sources.find(Setting.PROMETHEUS_PORT);
    PortRange ports = raw == null ? null : PortRange.parse(raw.value);
    if (raw != null && ports == null) {
      warnings.invalid(raw, "a port from 0 to 65535 or a range such as 19464-19474", fallback);
    }
    return ports == null ? Objects.requireNonNull(PortRange.parse(fallback)) : ports;
  }

  private UserIdMode userIdMode() {
    String fallback = Setting.USER_ID.fallback();
    RawValue raw = sources.find(Setting.USER_ID);
    UserIdMode mode = raw == null ? null : UserIdMode.named(raw.value);
    if (raw != null && mode == null) {
      warnings.invalid(raw, "auto, plain, hash or none", fallback);
    }
    return mode == null ? Objects.requireNonNull(UserIdMode.named(fallback)) : mode;
  }

  private int recentSpans() {
    RawValue raw = sources.find(Setting.SPANS_RECENT);
    return Numbers.read(raw, MOST_RECENT_SPANS, Setting.SPANS_RECENT.fallback(), warnings);
  }

  private void readSampler() {
    draft.tracesSampler = OtelSetting.TRACES_SAMPLER.fallback();
    RawValue raw = sources.find(OtelSetting.TRACES_SAMPLER);
    if (raw != null) {
      String name = raw.value.toLowerCase(Locale.ROOT);
      if (isSampler(name)) {
        draft.tracesSampler = name;
      } else {
        warnings.invalid(raw, "a supported sampler", draft.tracesSampler);
      }
    }
    RawValue ratio = sources.find(OtelSetting.TRACES_SAMPLER_ARG);
    if (ratio != null && draft.tracesSampler.endsWith(RATIO_SAMPLER)) {
      if (isRatio(ratio.value)) {
        draft.tracesSamplerArg = ratio.value;
      } else {
        String used = OtelSetting.TRACES_SAMPLER_ARG.fallback();
        warnings.invalid(ratio, "a number from 0 to 1", used);
      }
    }
  }

  private static boolean isSampler(String name) {
    String own = name.startsWith(PARENT_BASED) ? name.substring(PARENT_BASED.length()) : name;
    for (String sampler : SAMPLERS) {
      if (sampler.equals(own)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRatio(String text) {
    try {
      double ratio = Double.parseDouble(text);
      return ratio >= 0 && ratio <= 1;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Null if neither the setting nor the equivalent resource attribute is set. */
  private @Nullable String text(Setting setting, String attribute) {
    RawValue raw = sources.find(setting);
    return raw == null ? draft.resourceAttributes.get(attribute) : raw.value;
  }

  private boolean flag(Setting setting) {
    return flag(setting, setting.fallback());
  }

  private boolean flag(Setting setting, String fallback) {
    return bool(sources.find(setting), fallback);
  }

  private boolean bool(@Nullable RawValue raw, String fallback) {
    boolean byDefault = TRUE.equals(fallback);
    if (raw == null) {
      return byDefault;
    }
    if (TRUE.equalsIgnoreCase(raw.value)) {
      return true;
    }
    if (!FALSE.equalsIgnoreCase(raw.value)) {
      warnings.invalid(raw, "true or false", fallback);
      return byDefault;
    }
    return false;
  }
}
