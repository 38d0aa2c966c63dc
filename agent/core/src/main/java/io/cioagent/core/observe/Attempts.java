package io.cioagent.core.observe;

import java.util.HashMap;
import java.util.Map;

/**
 * The attempts of one call: how many, which of them repeat a request that failed before, and what
 * the last one came to. A client that tries again makes a new request of its HTTP library, which
 * cannot know. Safe for any thread.
 */
final class Attempts {
  /** More than a client has under way at a time; one that sends thousands in a row goes on. */
  private static final int MAX_FAILED = 64;

  private int count;

  /** By the key of a request how often it was sent; null until one has failed. */
  private Map<Integer, Integer> failed;

  private int verdicts;
  private int lastVerdict;
  private String errorType;

  /** Stands for a request among those of the same call. Queries tell attempts apart. */
  static int key(String method, String rawPath) {
    int path = 0;
    if (rawPath != null) {
      int query = rawPath.indexOf('?');
      path = (query < 0 ? rawPath : rawPath.substring(0, query)).hashCode();
    }
    return method == null ? path : 31 * path + method.hashCode();
  }

  synchronized void began() {
    count++;
  }

  synchronized int count() {
    return count;
  }

  /** How often the request was sent since it last succeeded. */
  synchronized int sent(int key) {
    return failed == null ? 0 : failed.getOrDefault(key, 0);
  }

  /**
   * What the request came to is known. Its end may be told later than that, when the application's
   * callback has tried again already.
   *
   * @param sent how often it was sent so far
   * @return which one this is, for {@link #ended}
   */
  synchronized int told(int key, int sent, boolean success) {
    if (success) {
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
   * A request has ended; what was told last is the outcome, not what ended last.
   *
   * @return whether this one is the outcome so far
   */
  synchronized boolean ended(int verdict, String endErrorType) {
    if (verdict < lastVerdict) {
      return false;
    }
    lastVerdict = verdict;
    errorType = endErrorType;
    return true;
  }

  /** How the last one failed, null where none did. */
  synchronized String errorType() {
    return errorType;
  }
}
