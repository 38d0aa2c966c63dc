package io.cioagent.launcher;

/**
 * Checks early and cheaply whether an agent argument, a system property or an environment variable
 * turns the agent off. A properties file is read later, in the background.
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
