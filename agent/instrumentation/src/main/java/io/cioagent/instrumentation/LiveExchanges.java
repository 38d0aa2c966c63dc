package io.cioagent.instrumentation;

import io.cioagent.core.observe.Exchange;

/**
 * Which exchange a library's own object stands for, such as its call, its request or its
 * connection. The objects are held weakly and told apart by identity; safe for any thread.
 */
public final class LiveExchanges {
  private final LibraryObjects<Exchange> exchanges = new LibraryObjects<>();

  public void put(Object libraryObject, Exchange exchange) {
    exchanges.put(libraryObject, exchange);
  }

  /** What the object stands for, null for nothing; the object may be null. */
  public Exchange get(Object libraryObject) {
    return exchanges.get(libraryObject);
  }

  /** As {@link #get}, and the object stands for nothing more. */
  public Exchange remove(Object libraryObject) {
    return exchanges.remove(libraryObject);
  }
}
