package io.cioagent.core.call;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of one call: how many, which of them repeat a request that failed before, and what
 * the outcome of the last one is. A client that retries makes a new request of its HTTP library,
 * which cannot know. Safe for any thread.
 */
final class Attempts {
  /** More than a client has open at a time; one that sends thousands in a row goes on. */
  private static final int MAX_FAILED = 64;

  private int count;

  /** By the key of a request how often it was sent; null until one has failed. */
  private @Nullable Map<Integer, Integer> failed;

  /** The redirect that answered the last request that writes; 0 for none. */
  private int redirect;

  /** Whether a GET went out after it: then nothing was delivered, whatever that one answers. */
  private boolean lost;

  private int verdicts;
  private int lastVerdict;
  private @Nullable String errorType;

  /** Identifies a request among those of the same call, its query left out. */
  static int key(String method, @Nullable String rawPath) {
    int path = 0;
    if (rawPath != null) {
      int query = rawPath.indexOf('?');
      path = (query < 0 ? rawPath : rawPath.substring(0, query)).hashCode();
    }
    return method == null ? path : 31 * path + method.hashCode();
  }

  /**
   * An attempt begins. Libraries follow 301, 302 and 303 by turning what writes into a GET, by the
   * same request or by one more of their own, also to another host.
   *
   * @param ours whether it goes to Customer.io, and so is one of those that are counted
   */
  synchronized void began(String method, boolean ours) {
    if (ours) {
      count++;
    }
    if (redirect != 0) {
      lost = !writes(method) && (lost || "GET".equals(method));
      redirect = writes(method) ? 0 : redirect;
    }
  }

  /** An attempt was answered by a redirect that leaves open how it is followed. */
  synchronized void redirected(String method, int status) {
    if (writes(method)) {
      redirect = status;
    }
  }

  private static boolean writes(String method) {
    return "PUT".equals(method)
        || "POST".equals(method)
        || "PATCH".equals(method)
        || "DELETE".equals(method);
  }

  synchronized int count() {
    return count;
  }

  /** How often the request was sent since it last succeeded. */
  synchronized int sent(int key) {
    return failed == null ? 0 : failed.getOrDefault(key, 0);
  }

  /**
   * The outcome of the request is known. Its end may be reported later, when the application's
   * callback has retried already.
   *
   * @param sent how often it was sent so far
   * @return which one this is, for {@link #ended}
   */
  synchronized int known(int key, int sent, boolean success) {
    if (success && !lost) {
      if (failed != null) {
        failed.remove(key);
      }
    } else if (sent > 0) {
      if (failed == null) {
        failed = new HashMap<>();
      } else if (failed.size() >= MAX_FAILED) {
        failed.clear();
      }
      failed.put(key, sent);
    }
    return ++verdicts;
  }

  /**
   * A request has ended. The outcome that became known last counts, not the end that came last.
   *
   * @return whether this one is the outcome so far
   */
  synchronized boolean ended(int verdict, @Nullable String endErrorType) {
    if (verdict < lastVerdict) {
      return false;
    }
    lastVerdict = verdict;
    errorType = lost ? Integer.toString(redirect) : endErrorType;
    return true;
  }

  /** How the last one failed, null where none did. */
  synchronized @Nullable String errorType() {
    return errorType;
  }
}
