package io.cioagent.core.privacy;

/** Finds hosts and URLs in text. */
final class HostText {
  private static final int LONGEST_HOST = 255;

  private HostText() {}

  /** Whether this is a host with or without a port, and not a part of a password. */
  static boolean isHost(String text, int from, int to) {
    if (to - from > LONGEST_HOST) {
      return false;
    }
    int i = from;
    if (i < to && text.charAt(i) == '[') {
      int closing = text.indexOf(']', i);
      i = closing < 0 || closing >= to ? to : closing + 1;
    }
    while (i < to && isHostCharacter(text.charAt(i))) {
      i++;
    }
    if (i < to && text.charAt(i) == ':') {
      i++;
      while (i < to && PersonalData.isDigit(text.charAt(i))) {
        i++;
      }
    }
    return i == to;
  }

  private static boolean isHostCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_';
  }

  static boolean endsUrl(char c) {
    return c <= ' ' || c == '"' || c == '<' || c == '>';
  }

  static boolean startsPath(char c) {
    return c == '/' || c == '?' || c == '#';
  }
}
