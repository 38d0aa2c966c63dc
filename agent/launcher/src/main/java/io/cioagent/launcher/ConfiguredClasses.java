package io.cioagent.launcher;

/**
 * Tells whether client classes may be named in the settings. Only then must any class of the
 * application wait until the settings are read, in the first moments of the JVM.
 */
final class ConfiguredClasses {
  private ConfiguredClasses() {}

  static boolean mayBeGiven(String arguments) {
    return RawSetting.isGiven("client.methods", arguments)
        || RawSetting.isGiven("config-file", arguments);
  }
}
