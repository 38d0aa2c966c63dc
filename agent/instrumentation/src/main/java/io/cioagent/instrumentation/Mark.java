package io.cioagent.instrumentation;

/**
 * Stands before the name of a class in the list of woven classes, if the class is not simply woven
 * when it loads. Constants, so that start-up loads no class for them.
 */
public final class Mark {
  /** Woven after the first client class. Every application loads such classes. */
  public static final char AFTER_CLIENT = '+';

  /** Never woven; the weaver only notices that it loads. */
  public static final char NOTICED = '?';

  private Mark() {}

  /** The name of a listed class. */
  static String without(String listed) {
    return Character.isJavaIdentifierStart(listed.charAt(0)) ? listed : listed.substring(1);
  }
}
