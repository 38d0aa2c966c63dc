package io.cioagent.core.webhook;

import io.cioagent.core.base.RecentIds;

/**
 * The last 100,000 events, in about 2 MB: Customer.io resends an event for days until it gets a 2xx
 * response. Safe for any thread; only webhooks take the lock, for less than a microsecond.
 */
final class ReceivedEvents {
  private static final int CAPACITY = 100_000;

  private final RecentIds ids = new RecentIds(CAPACITY);

  /** Adds an event. Returns whether it is new. */
  boolean add(String eventId) {
    long hash = RecentIds.hash(eventId);
    synchronized (ids) {
      if (ids.find(hash) >= 0) {
        return false;
      }
      ids.add(hash);
      return true;
    }
  }
}
