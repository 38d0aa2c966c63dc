package io.cioagent.launcher;

import java.util.Locale;

/** How a setting is named where it can be given, before any of the agent's own settings exist. */
final class RawSetting {
  static final String PROPERTY_PREFIX = "customerio.agent.";

  private RawSetting() {}

  static String environmentName(String name) {
    return (PROPERTY_PREFIX + name).replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** Whether a setting may have been given anywhere but in a properties file. */
  static boolean isGiven(String name, String arguments) {
    return (arguments != null && arguments.contains(name))
        || System.getProperty(PROPERTY_PREFIX + name) != null
        || System.getenv(environmentName(name)) != null;
  }
}
