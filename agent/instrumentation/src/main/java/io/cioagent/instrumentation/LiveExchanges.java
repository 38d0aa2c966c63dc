package io.cioagent.instrumentation;

import com.blogspot.mydailyjava.weaklockfree.WeakConcurrentMap;
import io.cioagent.core.observe.Exchange;

/**
 * Which exchange a library's own object stands for, such as its call, its request or its
 * connection. The objects are held weakly and told apart by identity; safe for any thread.
 */
public final class LiveExchanges {
  private final WeakConcurrentMap<Object, Exchange> exchanges =
      new WeakConcurrentMap.WithInlinedExpunction<>();

  /** Spares applications that send nothing to Customer.io by this library the look-ups. */
  private volatile boolean used;

  public void put(Object libraryObject, Exchange exchange) {
    exchanges.put(libraryObject, exchange);
    used = true;
  }

  /** What the object stands for, null for nothing; the object may be null. */
  public Exchange get(Object libraryObject) {
    return used && libraryObject != null ? exchanges.getIfPresent(libraryObject) : null;
  }

  /** As {@link #get}, and the object stands for nothing more. */
  public Exchange remove(Object libraryObject) {
    return used && libraryObject != null ? exchanges.remove(libraryObject) : null;
  }
}
