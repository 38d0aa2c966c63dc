package io.cioagent.instrumentation;

/** The path and query of a request, still encoded. */
public final class RequestTarget {
  private RequestTarget() {}

  /**
   * From a request line, which has the whole URL where a request goes to a proxy.
   *
   * @param target may be null
   * @return empty for a URL without path and query
   */
  public static String pathOf(String target) {
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

  /**
   * From its parts.
   *
   * @param query null for none
   */
  public static String of(String path, String query) {
    return query == null ? path : path + '?' + query;
  }
}
