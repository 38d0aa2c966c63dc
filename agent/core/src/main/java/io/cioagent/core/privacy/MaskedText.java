package io.cioagent.core.privacy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Masks free text, such as exception messages: email addresses, phone numbers, credentials, and the
 * part of a URL after the host. Scans the text once without regular expressions, in linear time for
 * any input.
 */
public final class MaskedText {
  /** Replaces masked text. */
  public static final String REDACTED = "[" + MaskedUrl.REDACTED + "]";

  /** Longer than any useful message; keeps spans and logs small. */
  private static final int LONGEST = 8192;

  /** Marks the end of a truncated text. */
  public static final String CUT = "...";

  private static final int LONGEST_NAME = 64;

  /** The mail standards allow 64, which percent-encoding can triple. */
  private static final int LONGEST_LOCAL_PART = 200;

  /**
   * The prefixes of Customer.io paths (reference, section 1), and paths that clients append to
   * their base URL.
   */
  private static final String[] PATHS = {
    "/api/v1/", "/api/v2/", "/v1/", "/unsubscribe/", "/customers/"
  };

  private static final String TRAILING_PUNCTUATION = ".,;:!?)]}'";

  /**
   * After this, {@code URISyntaxException} has a number, a colon and its whole input with spaces.
   */
  private static final String SYNTAX_ERROR = " at index ";

  private final String text;
  private final StringBuilder out;

  /** After this index, a URL or path extends to the end of the text. */
  private final int quotedInput;

  /** The start in {@link #out} of the current run of characters that may precede an {@code @}. */
  private int run;

  private final FieldNames fields;

  private MaskedText(String text, FieldNames fields) {
    this.text = text;
    this.fields = fields;
    this.out = new StringBuilder(Math.min(text.length(), LONGEST) + REDACTED.length());
    int syntaxError = text.indexOf(SYNTAX_ERROR);
    this.quotedInput = syntaxError < 0 ? text.length() : syntaxError;
  }

  /** The masked text, truncated after about 8192 characters; null for null. */
  public static String of(String text) {
    return withFields(text, FieldNames.NONE);
  }

  /** As {@link #of(String)}, and masks the values of these fields. */
  static String withFields(String text, FieldNames fields) {
    return text == null || text.isEmpty() ? text : new MaskedText(text, fields).masked();
  }

  /**
   * The masked value of a setting or parameter; masked as a whole if the name indicates a secret.
   * Null for null.
   */
  public static String of(@Nullable String name, String value) {
    boolean secret = name != null && Credentials.isSecretName(name, 0, name.length());
    return value != null && secret ? REDACTED : of(value);
  }

  /** Whether the whole text is a URL or a path, with or without its first slash. */
  static boolean isAddress(String text) {
    boolean address = text.startsWith("/") || text.contains("://");
    for (String path : PATHS) {
      address |= text.regionMatches(0, path, 1, path.length() - 1);
    }
    return address;
  }

  /** The words that indicate a secret in a name, in lower case. */
  public static List<String> secretNames() {
    return Collections.unmodifiableList(Arrays.asList(Credentials.SECRET_NAMES));
  }

  private String masked() {
    int i = 0;
    while (i < text.length()) {
      if (out.length() >= LONGEST) {
        return cut();
      }
      int end = mask(i);
      if (end > i) {
        run = out.length();
        i = end;
      } else {
        char c = text.charAt(i++);
        out.append(c);
        if (!PersonalData.isLocalPart(c)) {
          run = out.length();
        }
      }
    }
    return out.toString();
  }

  /** Truncates before a possibly incomplete address, unless it is longer than any address. */
  private String cut() {
    if (out.length() - run <= LONGEST_LOCAL_PART) {
      out.setLength(run);
    }
    return out.append(CUT).toString();
  }

  /**
   * Masks the personal data or secret at {@code i}. Returns the index to continue at; {@code i} if
   * nothing was masked.
   */
  private int mask(int i) {
    char c = text.charAt(i);
    switch (c) {
      case '@':
      case '%':
      case '+':
        int at = PersonalData.atSign(text, i);
        return at > 0 ? email(i, at) : phone(i);
      case ':':
        return text.startsWith("://", i) ? url(i) : quotedField(i);
      case '/':
        return path(i);
      case '=':
        return parameter(i);
      case 'B':
      case 'b':
      case 's':
        return credential(i);
      default:
        return c == '(' || PersonalData.isDigit(c) ? nationalPhone(i) : i;
    }
  }

  private int email(int i, int atSign) {
    int start = run;
    while (start < out.length() && out.charAt(start) == '\'') {
      start++;
    }
    int domain = i + atSign;
    int end = PersonalData.endOfDomain(text, domain);
    if (start == out.length() || end == domain) {
      return i;
    }
    out.setLength(start);
    out.append(REDACTED);
    return end;
  }

  private int phone(int i) {
    int digits = i + PersonalData.plusSign(text, i);
    if (digits == i || !isBoundary(i)) {
      return i;
    }
    int end = PersonalData.endOfPhone(text, digits);
    return end > digits ? redact(end) : i;
  }

  private int nationalPhone(int i) {
    int end = isBoundary(i) ? PersonalData.endOfNationalPhone(text, i) : i;
    return end > i ? redact(end) : i;
  }

  /** A JSON field: a quoted name, a colon, and a quoted or bare value. */
  private int quotedField(int i) {
    int quote = out.length() - 1;
    while (quote > 0 && out.charAt(quote) == ' ') {
      quote--;
    }
    if (quote < 1 || out.charAt(quote) != '"') {
      return i;
    }
    int name = Math.max(0, quote - LONGEST_NAME);
    int opening = out.lastIndexOf("\"", quote - 1);
    boolean listed = fields.contain(out, opening + 1, quote);
    if (opening < name || (!listed && !Credentials.isSecretName(out, opening + 1, quote))) {
      return i;
    }
    int value = i + 1;
    while (value < text.length() && text.charAt(value) <= ' ') {
      value++;
    }
    int end = listed ? FieldNames.endOfValue(text, value) : Credentials.endOfValue(text, value);
    if (end == value) {
      return i;
    }
    out.append(text, i, value);
    return redact(end);
  }

  private int parameter(int i) {
    // Checked first, because it looks back no further than the previous check.
    boolean listed = fields.contain(out, run, out.length());
    if (!listed && !Credentials.isSecretName(out, run, out.length())) {
      return i;
    }
    int end = listed ? FieldNames.endOfValue(text, i + 1) : Credentials.endOfValue(text, i + 1);
    if (end == i + 1) {
      return i;
    }
    out.append('=');
    return redact(end);
  }

  private int credential(int i) {
    int start = isBoundary(i) ? Credentials.start(text, i) : -1;
    if (start < 0) {
      return i;
    }
    out.append(text, i, start);
    return redact(Credentials.end(text, start));
  }

  private int path(int i) {
    for (String path : PATHS) {
      if (text.startsWith(path, i)) {
        int end = endOfUrl(i);
        return end > i + path.length() ? redact(end) : i;
      }
    }
    return i;
  }

  private int url(int i) {
    int end = endOfUrl(i);
    int authority = Math.min(i + "://".length(), end);
    int rest = authority;
    int host = authority;
    while (rest < end && !HostText.startsPath(text.charAt(rest))) {
      if (text.charAt(rest++) == '@') {
        host = rest;
      }
    }
    out.append(text, i, authority);
    if (HostText.isHost(text, host, rest)) {
      out.append(text, host, rest);
    } else {
      out.append(REDACTED);
    }
    if (rest < end) {
      out.append('/');
      return end == rest + 1 && text.charAt(rest) == '/' ? end : redact(end);
    }
    return Math.max(end, i + 1);
  }

  private int redact(int end) {
    out.append(REDACTED);
    return end;
  }

  /** The end of the URL or path at {@code i}, without punctuation of the surrounding sentence. */
  private int endOfUrl(int i) {
    if (i > quotedInput) {
      return text.length();
    }
    int end = i;
    while (end < text.length() && !HostText.endsUrl(text.charAt(end))) {
      end++;
    }
    while (end > i && TRAILING_PUNCTUATION.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  /**
   * Whether a word can start at {@code i}: at the start of the text, after a percent-encoded
   * character, or after anything but a letter or digit.
   */
  private boolean isBoundary(int i) {
    return i == 0
        || !Character.isLetterOrDigit(text.charAt(i - 1))
        || (i >= 3 && text.charAt(i - 3) == '%');
  }
}
