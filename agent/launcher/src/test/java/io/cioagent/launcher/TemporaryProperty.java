package io.cioagent.launcher;

/** A system property of this JVM while something is checked. */
final class TemporaryProperty {
  private TemporaryProperty() {}

  static void during(String name, String value, Runnable check) {
    String before = System.setProperty(name, value);
    try {
      check.run();
    } finally {
      if (before == null) {
        System.clearProperty(name);
      } else {
        System.setProperty(name, before);
      }
    }
  }
}
