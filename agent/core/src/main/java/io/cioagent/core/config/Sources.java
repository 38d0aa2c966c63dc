package io.cioagent.core.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sources of settings, in order of precedence. Reports unknown keys; an empty value counts as
 * unset.
 */
final class Sources {
  private static final String PROPERTY = "system property ";
  private static final String VARIABLE = "environment variable ";
  private static final String IGNORE = "ignore";

  private static final List<String> KEYS = keys();

  private final Map<String, String> arguments;
  private final Map<String, String> properties;
  private final Map<String, String> variables;

  /** Values of the properties file by key without prefix. */
  private final Map<String, String> file = new HashMap<>();

  private final String inFile;

  /** Whether standard settings count only in the agent's own namespace. */
  private final boolean ignoresStandard;

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
    ignoresStandard = ignoresStandard();
  }

  private boolean ignoresStandard() {
    RawValue raw = find(Setting.OTEL_SETTINGS);
    if (raw == null || raw.value.equalsIgnoreCase(Setting.OTEL_SETTINGS.fallback())) {
      return false;
    }
    boolean ignores = raw.value.equalsIgnoreCase(IGNORE);
    if (!ignores) {
      String fallback = Setting.OTEL_SETTINGS.fallback();
      warnings.invalid(raw, fallback + " or " + IGNORE, fallback);
    }
    return ignores;
  }

  /** The value of an agent setting, if it is set. */
  @Nullable RawValue find(Setting setting) {
    String key = setting.key();
    RawValue raw = own(key);
    OtelSetting counterpart = setting.counterpart();
    return raw == null && counterpart != null ? find(counterpart) : raw;
  }

  /** The value of a key in the agent's own namespace. */
  private @Nullable RawValue own(String key) {
    RawValue raw = rawValue(key, AgentArguments.SOURCE + key, arguments.get(key));
    String property = Setting.PROPERTY_PREFIX + key;
    if (raw == null) {
      raw = rawValue(key, PROPERTY + property, properties.get(property));
    }
    String variable = Setting.variable(property);
    if (raw == null) {
      raw = rawValue(key, VARIABLE + variable, variables.get(variable));
    }
    return raw == null ? rawValue(key, inFile + key, file.get(key)) : raw;
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
    RawValue raw = own(property);
    if (raw != null || ignoresStandard) {
      return raw;
    }
    String variable = Setting.variable(property);
    raw = rawValue(property, PROPERTY + property, properties.get(property));
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
      if (!KEYS.contains(key)) {
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
        if (!KEYS.contains(key)) {
          String nearest = nearest(key);
          warnings.unknown(
              new RawValue(key, PROPERTY + name, text(property.getValue())),
              nearest == null ? null : prefix + nearest);
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
        String nearest = nearest(key);
        warnings.unknown(
            new RawValue(key, VARIABLE + name, text(variable.getValue())),
            nearest == null ? null : prefix + Setting.variable(nearest));
      }
    }
  }

  private static boolean isKnownVariable(String name) {
    for (String key : KEYS) {
      if (name.equals(Setting.VARIABLE_PREFIX + Setting.variable(key))) {
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
      if (!KEYS.contains(key)) {
        unknown(key, inFile + name, line.getValue());
      } else if (key.equals(Setting.CONFIG_FILE.key())) {
        warnings.about(
            new RawValue(key, inFile + name, line.getValue()),
            "is ignored: a properties file cannot name another");
      } else if (prefixed || !file.containsKey(key)) {
        file.put(key, line.getValue());
      }
    }
  }

  private void unknown(String key, String place, String value) {
    warnings.unknown(new RawValue(key, place, text(value)), nearest(key));
  }

  private static @Nullable String nearest(String key) {
    NearestName nearest = new NearestName(key);
    for (String known : KEYS) {
      nearest.consider(known);
    }
    return nearest.nearest();
  }

  private static List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (Setting setting : Setting.values()) {
      keys.add(setting.key());
    }
    keys.addAll(OtelSetting.properties());
    return keys;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
