package io.cioagent.core.webhook;

import io.cioagent.core.base.RecentIds;

/**
 * The last 100,000 events, in about 2 MB: Customer.io sends an event again for days until it is
 * answered well. Safe for any thread; the lock is held for less than a microsecond, and only by
 * webhooks.
 */
final class ReceivedEvents {
  private static final int CAPACITY = 100_000;

  private final RecentIds ids = new RecentIds(CAPACITY);

  /** Whether the event is new; it is not any more after that. */
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
