package io.cioagent.core.privacy;

/**
 * Finds email addresses and phone numbers in text. Uses plain loops: each search is linear and
 * allocates nothing.
 */
final class PersonalData {
  private static final int FEWEST_DIGITS = 7;

  /** The maximum in E.164. */
  private static final int MOST_DIGITS = 15;

  /** As in {@code +1 (555) 123}. */
  private static final int MOST_SEPARATORS_TOGETHER = 2;

  private static final String ENCODED_AT = "%40";
  private static final String ENCODED_PLUS = "%2B";

  private PersonalData() {}

  /** The length of an {@code @} at {@code i}, plain or percent-encoded; 0 if there is none. */
  static int atSign(String text, int i) {
    return sign(text, i, '@', ENCODED_AT);
  }

  /** The length of a {@code +} at {@code i}, plain or percent-encoded; 0 if there is none. */
  static int plusSign(String text, int i) {
    return sign(text, i, '+', ENCODED_PLUS);
  }

  private static int sign(String text, int i, char plain, String encoded) {
    char c = text.charAt(i);
    if (c == plain) {
      return 1;
    }
    return c == '%' && text.regionMatches(true, i, encoded, 0, encoded.length())
        ? encoded.length()
        : 0;
  }

  /** Whether there is an {@code @} that is neither first nor last. */
  static boolean hasAtSignInside(String text) {
    for (int i = 1; i < text.length() - 1; i++) {
      int sign = atSign(text, i);
      if (sign > 0 && i + sign < text.length()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the whole text is a phone number: with a plus, or digits in groups. */
  static boolean isPhone(String text) {
    if (text.isEmpty()) {
      return false;
    }
    int plus = plusSign(text, 0);
    boolean grouped = plus > 0;
    int digits = 0;
    for (int i = plus; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isDigit(c)) {
        digits++;
      } else if (isSeparator(c)) {
        grouped = true;
      } else {
        return false;
      }
    }
    return grouped && digits >= FEWEST_DIGITS && digits <= MOST_DIGITS;
  }

  /**
   * The end of the phone number whose digits start at {@code from}, after its plus; {@code from} if
   * there is none. Reads at most about 50 characters.
   */
  static int endOfPhone(String text, int from) {
    int digits = 0;
    int end = from;
    boolean begins =
        from < text.length() && (isDigit(text.charAt(from)) || text.charAt(from) == '(');
    int i = begins ? from : text.length();
    while (i < text.length()) {
      int separators = 0;
      while (i < text.length()
          && separators < MOST_SEPARATORS_TOGETHER
          && isSeparator(text.charAt(i))) {
        separators++;
        i++;
      }
      if (digits >= FEWEST_DIGITS && anotherBegins(text, end, i)) {
        break;
      }
      int group = i;
      while (i < text.length() && isDigit(text.charAt(i)) && i - group <= MOST_DIGITS) {
        i++;
      }
      boolean noGroup = i == group || digits + i - group > MOST_DIGITS;
      // No country code starts with 0, but time zone offsets do.
      boolean offset = digits == 0 && !noGroup && text.charAt(group) == '0';
      if (noGroup || offset) {
        break;
      }
      digits += i - group;
      end = i;
    }
    return digits >= FEWEST_DIGITS ? end : from;
  }

  /** Whether another number follows the separators at the end of this one. */
  private static boolean anotherBegins(String text, int end, int group) {
    boolean bracket = group > end && text.charAt(group - 1) == '(';
    boolean apart = group > end && text.charAt(group - 1) == ' ';
    return bracket || (apart && group < text.length() && endOfNationalPhone(text, group) > group);
  }

  /**
   * The end of the North American number without a plus that starts at {@code from}, as in {@code
   * (555) 123-4567} and {@code 1-555-123-4567}; {@code from} if there is none.
   */
  static int endOfNationalPhone(String text, int from) {
    if (from >= 2 && isJoint(text, from - 1) && isDigit(text.charAt(from - 2))) {
      // This is the end of a longer sequence of numbers.
      return from;
    }
    int i = text.charAt(from) == '1' && isJoint(text, from + 1) ? from + 2 : from;
    boolean bracket = i < text.length() && text.charAt(i) == '(';
    int area = bracket ? i + 1 : i;
    if (!areDigits(text, area, 3) || text.charAt(area) < '2') {
      return from;
    }
    i = area + 3;
    if (bracket) {
      if (i >= text.length() || text.charAt(i) != ')') {
        return from;
      }
      i++;
      i += i < text.length() && isSeparator(text.charAt(i)) ? 1 : 0;
    } else if (isJoint(text, i)) {
      i++;
    } else {
      return from;
    }
    int end = i + 8;
    boolean number = areDigits(text, i, 3) && isJoint(text, i + 3) && areDigits(text, i + 4, 4);
    boolean goesOn = number && (areDigits(text, end, 1) || goesOnBehindJoint(text, end));
    return number && !goesOn ? end : from;
  }

  private static boolean goesOnBehindJoint(String text, int i) {
    return isJoint(text, i) && areDigits(text, i + 1, 1);
  }

  private static boolean isJoint(String text, int i) {
    return i < text.length() && (text.charAt(i) == '-' || text.charAt(i) == '.');
  }

  private static boolean areDigits(String text, int from, int count) {
    if (from + count > text.length()) {
      return false;
    }
    for (int i = from; i < from + count; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * The end of the domain that starts at {@code from}, after an {@code @}; {@code from} if it
   * contains no dot.
   */
  static int endOfDomain(String text, int from) {
    int end = from;
    boolean dotted = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        dotted |= i > from + 1 && text.charAt(i - 1) == '.';
        end = i + 1;
      } else if (c != '.' && c != '-') {
        break;
      }
    }
    // Without a dot it is probably the hash code of an object, as in Foo@1b2c3d.
    return dotted ? end : from;
  }

  /** Whether {@code c} may precede the {@code @} of an address in common use. */
  static boolean isLocalPart(char c) {
    return Character.isLetterOrDigit(c)
        || c == '.'
        || c == '_'
        || c == '-'
        || c == '+'
        || c == '%'
        || c == '\'';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSeparator(char c) {
    return c == ' ' || c == '-' || c == '.' || c == '(' || c == ')' || c == '/' || c == '\u00a0';
  }
}
