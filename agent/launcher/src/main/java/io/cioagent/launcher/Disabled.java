package io.cioagent.launcher;

/**
 * Tells early and cheaply whether the agent is turned off where that is plain to see: agent
 * argument, system property, environment. What a properties file says is heard in the background.
 */
final class Disabled {
  private static final String NAME = "enabled";

  private Disabled() {}

  static boolean isAskedFor(String arguments) {
    String value = null;
    if (arguments != null) {
      for (String argument : arguments.split(",")) {
        int equals = argument.indexOf('=');
        if (equals > 0 && isName(argument.substring(0, equals).trim())) {
          value = argument.substring(equals + 1);
        }
      }
    }
    if (value == null) {
      value = System.getProperty(RawSetting.PROPERTY_PREFIX + NAME);
    }
    if (value == null) {
      value = System.getenv(RawSetting.environmentName(NAME));
    }
    return value != null && "false".equalsIgnoreCase(value.trim());
  }

  private static boolean isName(String key) {
    return key.equals(NAME) || key.equals(RawSetting.PROPERTY_PREFIX + NAME);
  }
}
