package io.cioagent.instrumentation;

import org.jspecify.annotations.Nullable;

/** The path and query of a request, still encoded. */
public final class RequestTarget {
  private RequestTarget() {}

  /**
   * From a request line, which has the whole URL where a request goes to a proxy.
   *
   * @return empty for a URL without path and query
   */
  public static @Nullable String pathOf(@Nullable String target) {
    if (target == null) {
      return null;
    }
    int fragment = target.indexOf('#');
    int end = fragment < 0 ? target.length() : fragment;
    int start = 0;
    int scheme = target.startsWith("/") ? -1 : target.indexOf("://");
    if (scheme >= 0) {
      start = scheme + 3;
      while (start < end && target.charAt(start) != '/' && target.charAt(start) != '?') {
        start++;
      }
    }
    return target.substring(Math.min(start, end), end);
  }

  /** From its parts. */
  public static String of(String path, @Nullable String query) {
    return query == null ? path : path + '?' + query;
  }
}
