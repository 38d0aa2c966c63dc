package io.cioagent.launcher;

import java.util.Locale;

/** The names of a setting in each source, for use before the settings are read. */
final class RawSetting {
  static final String PROPERTY_PREFIX = "customerio.agent.";

  private RawSetting() {}

  static String environmentName(String name) {
    return (PROPERTY_PREFIX + name).replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** Whether a setting may be present anywhere except in a properties file. */
  static boolean isGiven(String name, String arguments) {
    return (arguments != null && arguments.contains(name))
        || System.getProperty(PROPERTY_PREFIX + name) != null
        || System.getenv(environmentName(name)) != null;
  }
}
