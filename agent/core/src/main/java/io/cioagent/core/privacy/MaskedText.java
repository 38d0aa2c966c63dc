package io.cioagent.core.privacy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Free text, such as the message of an exception, without what must not leave the application:
 * e-mail addresses, phone numbers, credentials, and what follows the host in a URL. One walk over
 * the text without regular expressions: linear time whatever it holds.
 */
public final class MaskedText {
  /** Stands where something was masked. */
  public static final String REDACTED = "[" + MaskedUrl.REDACTED + "]";

  /** More than any message needs; keeps spans and logs small. */
  private static final int LONGEST = 8192;

  /** Stands at the end of what was cut. */
  public static final String CUT = "...";

  private static final int LONGEST_NAME = 64;

  /** By the mail standards 64, but percent-encoding can triple it. */
  private static final int LONGEST_LOCAL_PART = 200;

  /**
   * Where paths of Customer.io begin (reference, section 1), and what clients add to their base
   * URL.
   */
  private static final String[] PATHS = {
    "/api/v1/", "/api/v2/", "/v1/", "/unsubscribe/", "/customers/"
  };

  private static final String TRAILING_PUNCTUATION = ".,;:!?)]}'";

  /**
   * {@code URISyntaxException} goes on with a number, a colon and its whole input, spaces included.
   */
  private static final String SYNTAX_ERROR = " at index ";

  private final String text;
  private final StringBuilder out;

  /** Behind this, a URL or path goes on to the end of the text. */
  private final int quotedInput;

  /**
   * Where in {@link #out} the present run of characters began that can stand before an {@code @}.
   */
  private int run;

  private final FieldNames fields;

  private MaskedText(String text, FieldNames fields) {
    this.text = text;
    this.fields = fields;
    this.out = new StringBuilder(Math.min(text.length(), LONGEST) + REDACTED.length());
    int syntaxError = text.indexOf(SYNTAX_ERROR);
    this.quotedInput = syntaxError < 0 ? text.length() : syntaxError;
  }

  /** The masked text, cut after about 8192 characters. */
  public static String of(String text) {
    return withFields(text, FieldNames.NONE);
  }

  /** As {@link #of(String)}, without the values of these fields. */
  static String withFields(String text, FieldNames fields) {
    return text == null || text.isEmpty() ? text : new MaskedText(text, fields).masked();
  }

  /**
   * The masked value of what is called {@code name}; nothing of it is shown when the name is that
   * of a secret.
   */
  public static String of(@Nullable String name, String value) {
    boolean secret = name != null && Credentials.isSecretName(name, 0, name.length());
    return value != null && secret ? REDACTED : of(value);
  }

  /** Whether all of the text is a URL or a path, with or without its first slash. */
  static boolean isAddress(String text) {
    boolean address = text.startsWith("/") || text.contains("://");
    for (String path : PATHS) {
      address |= text.regionMatches(0, path, 1, path.length() - 1);
    }
    return address;
  }

  /** The words in a name that make its value a secret, in lower case. */
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

  /** Cuts before what may be half of an address, unless it is longer than any. */
  private String cut() {
    if (out.length() - run <= LONGEST_LOCAL_PART) {
      out.setLength(run);
    }
    return out.append(CUT).toString();
  }

  /**
   * Masks what begins, or turns out to be personal, at {@code i}. Where the text goes on; {@code i}
   * when nothing was masked.
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

  /** As JSON has it: a name in quotes, a colon and a value in quotes or a bare one. */
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
    // CallDescription first, for it looks back no further than the last one did.
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

  /**
   * Where the URL or path ends that is met at {@code i}, without the punctuation of the sentence
   * around it.
   */
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
   * Whether a word can begin at {@code i}: at the start, behind a percent-encoded character, or
   * behind no letter or digit.
   */
  private boolean isBoundary(int i) {
    return i == 0
        || !Character.isLetterOrDigit(text.charAt(i - 1))
        || (i >= 3 && text.charAt(i - 3) == '%');
  }
}
