package io.cioagent.launcher;

/**
 * Checks whether the settings may name client classes. Only then, any class of the application may
 * have to wait until the settings are read.
 */
final class ConfiguredClasses {
  private ConfiguredClasses() {}

  static boolean mayBeGiven(String arguments) {
    return RawSetting.isGiven("client.methods", arguments)
        || RawSetting.isGiven("config-file", arguments);
  }
}
