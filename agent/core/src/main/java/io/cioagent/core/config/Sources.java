package io.cioagent.core.config;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sources of settings, in order of precedence. Reports unknown keys; an empty value counts as
 * unset.
 */
final class Sources {
  private static final String PROPERTY = "system property ";
  private static final String VARIABLE = "environment variable ";

  private final Map<String, String> arguments;
  private final Map<String, String> properties;
  private final Map<String, String> variables;

  /** Values of the properties file by key without prefix. */
  private final Map<String, String> file = new HashMap<>();

  private final String inFile;
  private final Warnings warnings;

  Sources(
      @Nullable String agentArguments,
      @Nullable Map<String, String> systemProperties,
      @Nullable Map<String, String> environment,
      Warnings warnings) {
    this.warnings = warnings;
    arguments = AgentArguments.parse(agentArguments, warnings);
    properties = systemProperties == null ? Collections.emptyMap() : systemProperties;
    variables = environment == null ? Collections.emptyMap() : environment;
    checkArguments();
    checkProperties();
    checkVariables();
    RawValue path = find(Setting.CONFIG_FILE);
    inFile = path == null ? "" : path.value + ": ";
    if (path != null) {
      readFile(ConfigFile.read(path, warnings));
    }
  }

  /** The value of an agent setting, if it is set. */
  @Nullable RawValue find(Setting setting) {
    String key = setting.key();
    RawValue raw = rawValue(key, AgentArguments.SOURCE + key, arguments.get(key));
    if (raw == null) {
      raw = rawValue(key, PROPERTY + setting.property(), properties.get(setting.property()));
    }
    if (raw == null) {
      raw = rawValue(key, VARIABLE + setting.variable(), variables.get(setting.variable()));
    }
    if (raw == null) {
      raw = rawValue(key, inFile + key, file.get(key));
    }
    OtelSetting counterpart = setting.counterpart();
    return raw == null && counterpart != null ? find(counterpart) : raw;
  }

  /** The value of a standard setting, if it is set. */
  @Nullable RawValue find(OtelSetting setting) {
    return findStandard(setting.property());
  }

  /** The value of an OTLP setting for this signal, else the general one, if either is set. */
  @Nullable RawValue find(OtelSetting setting, Signal signal) {
    RawValue raw = findStandard(setting.property(signal));
    return raw == null ? find(setting) : raw;
  }

  private @Nullable RawValue findStandard(String property) {
    String variable = Setting.variable(property);
    RawValue raw = rawValue(property, PROPERTY + property, properties.get(property));
    return raw == null ? rawValue(property, VARIABLE + variable, variables.get(variable)) : raw;
  }

  /** A system property that is not a setting, if it is set. */
  @Nullable String systemProperty(String name) {
    return properties.get(name);
  }

  /** An environment variable that is not a setting, if it is set. */
  @Nullable String variable(String name) {
    return variables.get(name);
  }

  private static @Nullable RawValue rawValue(String key, String place, @Nullable String value) {
    String trimmed = value == null ? "" : value.trim();
    return trimmed.isEmpty() ? null : new RawValue(key, place, trimmed);
  }

  private void checkArguments() {
    for (Map.Entry<String, String> argument : arguments.entrySet()) {
      String key = argument.getKey();
      if (Setting.named(key) == null) {
        unknown(key, AgentArguments.SOURCE + key, argument.getValue());
      }
    }
  }

  private void checkProperties() {
    String prefix = Setting.PROPERTY_PREFIX;
    for (Map.Entry<String, String> property : properties.entrySet()) {
      String name = property.getKey();
      if (name != null && name.startsWith(prefix)) {
        String key = name.substring(prefix.length());
        if (Setting.named(key) == null) {
          Setting nearest = nearest(key);
          warnings.unknown(
              new RawValue(key, PROPERTY + name, text(property.getValue())),
              nearest == null ? null : nearest.property());
        }
      }
    }
  }

  private void checkVariables() {
    String prefix = Setting.VARIABLE_PREFIX;
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      String name = variable.getKey();
      if (name != null && name.startsWith(prefix) && !isKnownVariable(name)) {
        String key = name.substring(prefix.length());
        Setting nearest = nearest(key);
        warnings.unknown(
            new RawValue(key, VARIABLE + name, text(variable.getValue())),
            nearest == null ? null : nearest.variable());
      }
    }
  }

  private static boolean isKnownVariable(String name) {
    for (Setting setting : Setting.values()) {
      if (setting.variable().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private void readFile(Map<String, String> lines) {
    for (Map.Entry<String, String> line : lines.entrySet()) {
      String name = line.getKey();
      boolean prefixed = name.startsWith(Setting.PROPERTY_PREFIX);
      String key = prefixed ? name.substring(Setting.PROPERTY_PREFIX.length()) : name;
      Setting setting = Setting.named(key);
      if (setting == null) {
        unknown(key, inFile + name, line.getValue());
      } else if (setting == Setting.CONFIG_FILE) {
        warnings.about(
            new RawValue(key, inFile + name, line.getValue()),
            "is ignored: a properties file cannot name another");
      } else if (prefixed || !file.containsKey(key)) {
        file.put(key, line.getValue());
      }
    }
  }

  private void unknown(String key, String place, String value) {
    RawValue raw = new RawValue(key, place, text(value));
    if (key.startsWith(OtelSetting.PROPERTY_PREFIX)) {
      warnings.about(
          raw, "is ignored: set otel.* settings as system properties or environment variables");
    } else {
      Setting nearest = nearest(key);
      warnings.unknown(raw, nearest == null ? null : nearest.key());
    }
  }

  private static @Nullable Setting nearest(String key) {
    NearestName nearest = new NearestName(key);
    for (Setting setting : Setting.values()) {
      nearest.consider(setting.key());
    }
    String name = nearest.nearest();
    return name == null ? null : Setting.named(name);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
