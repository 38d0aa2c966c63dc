package io.cioagent.core.privacy;

/** Finds credentials in text. Uses plain loops without allocation. */
final class Credentials {
  static final String[] SECRET_NAMES = {"key", "secret", "token", "password"};
  private static final String[] SCHEMES = {"Bearer", "Basic"};

  /** Service-account tokens of Customer.io (reference, section 1). */
  private static final String TOKEN_PREFIX = "sa_live_";

  /** Words that may follow the name of a scheme in prose, possibly followed by the secret. */
  private static final String[] NO_SECRETS = {
    "auth", "authentication", "authorization", "credentials", "realm", "token"
  };

  private static final int SHORTEST_IN_PROSE = 8;

  private Credentials() {}

  /** Whether the name of a setting or parameter indicates a secret. */
  static boolean isSecretName(CharSequence text, int from, int to) {
    for (String name : SECRET_NAMES) {
      for (int i = from; i + name.length() <= to; i++) {
        if (startsWith(text, i, name)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The start of the credential at or announced at {@code i}; -1 if there is none. */
  static int start(String text, int i) {
    if (text.startsWith(TOKEN_PREFIX, i)) {
      return i;
    }
    for (String scheme : SCHEMES) {
      if (text.regionMatches(true, i, scheme, 0, scheme.length())) {
        return afterScheme(text, i + scheme.length(), text.startsWith(scheme, i));
      }
    }
    return -1;
  }

  private static int afterScheme(String text, int schemeEnd, boolean writtenAsInHeader) {
    int from = skipSeparators(text, schemeEnd);
    if (from == schemeEnd) {
      return -1;
    }
    int to = end(text, from);
    if (isOneOf(text, from, to, NO_SECRETS)) {
      int next = skipSeparators(text, to);
      return looksSecret(text, next, end(text, next)) ? next : -1;
    }
    return to > from && (writtenAsInHeader || looksSecret(text, from, to)) ? from : -1;
  }

  /** The end of the credential that starts at {@code from}. */
  static int end(String text, int from) {
    int i = from;
    while (i < text.length() && isTokenCharacter(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** The end of the parameter value that starts at {@code from}. */
  static int endOfValue(String text, int from) {
    if (from >= text.length()) {
      return from;
    }
    char first = text.charAt(from);
    if (first == '"' || first == '\'') {
      int closing = text.indexOf(first, from + 1);
      return closing < 0 ? text.length() : closing + 1;
    }
    int i = from;
    while (i < text.length() && !endsValue(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean endsValue(char c) {
    return c <= ' ' || c == '&' || c == ',' || c == ';' || c == '"' || c == ')' || c == '}';
  }

  private static int skipSeparators(String text, int from) {
    int i = from;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == ':')) {
      i++;
    }
    return i;
  }

  private static boolean isTokenCharacter(char c) {
    return Character.isLetterOrDigit(c)
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~'
        || c == '+'
        || c == '/'
        || c == '=';
  }

  private static boolean isOneOf(String text, int from, int to, String[] words) {
    for (String word : words) {
      if (word.length() == to - from && startsWith(text, from, word)) {
        return true;
      }
    }
    return false;
  }

  /** Distinguishes {@code bearer eyJhbGci} from {@code bearer of news}. */
  private static boolean looksSecret(String text, int from, int to) {
    if (to - from < SHORTEST_IN_PROSE) {
      return false;
    }
    for (int i = from + 1; i < to; i++) {
      char c = text.charAt(i);
      if (PersonalData.isDigit(c) || c == '=' || Character.isUpperCase(c)) {
        return true;
      }
    }
    return false;
  }

  /** Ignores case; {@code word} must be in lower case. */
  private static boolean startsWith(CharSequence text, int from, String word) {
    if (from + word.length() > text.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if ((text.charAt(from + i) | 0x20) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
