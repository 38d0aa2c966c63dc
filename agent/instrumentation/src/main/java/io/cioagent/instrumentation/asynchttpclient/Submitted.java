package io.cioagent.instrumentation.asynchttpclient;

import io.cioagent.core.observe.Exchange;
import io.cioagent.instrumentation.LibraryObjects;

/** The requests to Customer.io that wait for a connection, by the library's future. */
final class Submitted {
  private static final LibraryObjects<Exchange> BY_FUTURE = new LibraryObjects<>();

  private Submitted() {}

  static void add(Object future, Exchange exchange) {
    BY_FUTURE.put(future, exchange);
  }

  /** The request waits no longer; null where it did not, or leads elsewhere. */
  static Exchange remove(Object future) {
    return BY_FUTURE.get(future) == null ? null : BY_FUTURE.remove(future);
  }
}
