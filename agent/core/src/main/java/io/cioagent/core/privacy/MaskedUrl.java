package io.cioagent.core.privacy;

import org.jspecify.annotations.Nullable;

/** Builds URLs without personal data: the attribute {@code url.full} of the contract. */
public final class MaskedUrl {
  static final String REDACTED = "REDACTED";

  private static final String HTTP = "http";
  private static final String HTTPS = "https";
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private MaskedUrl() {}

  /**
   * The URL of a request, built only from parts that contain no personal data.
   *
   * @param scheme null counts as {@code https}
   * @param host without user-info; null counts as unknown
   * @param port omitted if it is the default of the scheme or not positive
   * @param templateOrNull the path with {@code {placeholders}}; null when no route fits, then
   *     nothing of the path is shown
   */
  public static String full(
      String scheme, String host, int port, @Nullable String templateOrNull, boolean hasQuery) {
    String shownScheme = scheme == null ? HTTPS : scheme;
    StringBuilder url = new StringBuilder(96).append(shownScheme).append("://");
    appendHost(url, host);
    if (port > 0 && port != defaultPort(shownScheme)) {
      url.append(':').append(port);
    }
    if (templateOrNull == null) {
      url.append('/').append(REDACTED);
    } else {
      appendTemplate(url, templateOrNull);
    }
    if (hasQuery) {
      url.append('?').append(REDACTED);
    }
    return url.toString();
  }

  private static int defaultPort(String scheme) {
    if (HTTPS.equalsIgnoreCase(scheme)) {
      return HTTPS_PORT;
    }
    return HTTP.equalsIgnoreCase(scheme) ? HTTP_PORT : -1;
  }

  private static void appendHost(StringBuilder url, String host) {
    if (host == null) {
      url.append("unknown");
    } else if (host.indexOf(':') >= 0 && host.charAt(0) != '[') {
      url.append('[').append(host).append(']');
    } else {
      url.append(host);
    }
  }

  private static void appendTemplate(StringBuilder url, String template) {
    int from = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
      int close = template.indexOf('}', open);
      if (close < 0) {
        break;
      }
      url.append(template, from, open).append(REDACTED);
      from = close + 1;
    }
    url.append(template, from, template.length());
  }
}
