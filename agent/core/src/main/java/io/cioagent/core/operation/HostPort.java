package io.cioagent.core.operation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A host name or address with an optional port, as in settings. Immutable. */
public final class HostPort {
  /** Stands for "no port". */
  public static final int NO_PORT = -1;

  private static final int LONGEST_NAME = 253;

  /** The largest port. */
  public static final int LAST_PORT = 65_535;

  private final String host;
  private final int port;

  private HostPort(String host, int port) {
    this.host = host;
    this.port = port;
  }

  /**
   * Reads {@code host}, {@code host:port}, {@code [v6]} or {@code [v6]:port}.
   *
   * @return null when {@code text} is null or none of these
   */
  public static @Nullable HostPort parse(String text) {
    if (text == null) {
      return null;
    }
    String trimmed = text.trim().toLowerCase(Locale.ROOT);
    boolean bracketed = trimmed.startsWith("[");
    int hostEnd = bracketed ? trimmed.indexOf(']') + 1 : endOfName(trimmed);
    if (hostEnd <= 0) {
      return null;
    }
    int port = NO_PORT;
    if (hostEnd < trimmed.length()) {
      port = port(trimmed, hostEnd);
      if (port == NO_PORT) {
        return null;
      }
    }
    String host = bracketed ? trimmed.substring(1, hostEnd - 1) : name(trimmed, hostEnd);
    boolean valid = bracketed ? isAddress(host) : isName(host);
    return valid ? new HostPort(host, port) : null;
  }

  /** Lower case, without brackets and without a trailing dot. */
  public String host() {
    return host;
  }

  /** 1 to 65535, or {@link #NO_PORT}. */
  public int port() {
    return port;
  }

  /** The format of the settings. */
  @Override
  public String toString() {
    String written = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return port == NO_PORT ? written : written + ":" + port;
  }

  /** The index of the port's colon in a part of a text; negative if there is none. */
  public static int colonOfPort(CharSequence text, int from, int to) {
    for (int i = to - 1; i >= from && text.charAt(i) != ']'; i--) {
      if (text.charAt(i) == ':') {
        return i;
      }
    }
    return -1;
  }

  /** The port after the colon; {@link #NO_PORT} if it is invalid. */
  public static int portAfter(CharSequence text, int colon, int to) {
    int port = 0;
    for (int i = colon + 1; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9 || port > LAST_PORT) {
        return NO_PORT;
      }
      port = port * 10 + digit;
    }
    return port >= 1 && port <= LAST_PORT ? port : NO_PORT;
  }

  private static int endOfName(String text) {
    int colon = text.indexOf(':');
    return colon < 0 ? text.length() : colon;
  }

  private static String name(String text, int end) {
    return text.substring(0, end > 1 && text.charAt(end - 1) == '.' ? end - 1 : end);
  }

  /** The port after the colon at {@code colon}; {@link #NO_PORT} if there is no valid one. */
  private static int port(String text, int colon) {
    int digits = text.length() - colon - 1;
    if (text.charAt(colon) != ':' || digits < 1 || digits > 5) {
      return NO_PORT;
    }
    int port = 0;
    for (int i = colon + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return NO_PORT;
      }
      port = port * 10 + (c - '0');
    }
    return port >= 1 && port <= LAST_PORT ? port : NO_PORT;
  }

  /** Underscores are invalid in DNS names but common in container networks. */
  private static boolean isName(String host) {
    if (host.isEmpty() || host.length() > LONGEST_NAME) {
      return false;
    }
    char before = '.';
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
      boolean inner = (c == '-' || c == '.') && before != '.';
      if (!alphanumeric && !inner) {
        return false;
      }
      before = c;
    }
    return before != '.' && before != '-';
  }

  private static boolean isAddress(String host) {
    int colons = 0;
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c == ':') {
        colons++;
      } else if (c == '%') {
        // A zone follows, which may be any interface name.
        return colons >= 2 && i + 1 < host.length();
      } else if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f') && c != '.') {
        return false;
      }
    }
    return colons >= 2;
  }
}
