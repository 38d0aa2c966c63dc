package io.cioagent.instrumentation.httpurlconnection;

import java.lang.reflect.Method;

/**
 * Knows which sockets earlier requests have left for the next one, on Java 8 alone. There a
 * finalizer closes the socket of a connection whose answer was not read, and another one offers the
 * same socket for reuse. Later JDKs have no such finalizer, and do not permit the access.
 */
final class LeftOverSockets {
  private static final boolean JAVA_8 =
      "1.8".equals(System.getProperty("java.specification.version"));

  /** Found with the first client; threads that come at once find the same. */
  private volatile Method isCached;

  /**
   * @param client a {@code sun.net.www.http.HttpClient}, null where there is none yet
   */
  boolean isLeftOver(Object client) {
    if (!JAVA_8 || client == null) {
      return false;
    }
    try {
      Method method = isCached;
      if (method == null) {
        method = client.getClass().getMethod("isCachedConnection");
        isCached = method;
      }
      return (Boolean) method.invoke(client);
    } catch (ReflectiveOperationException | SecurityException e) {
      // The attempt is counted once more then.
      return false;
    }
  }
}
