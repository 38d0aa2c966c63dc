package io.cioagent.it.apps;

import java.util.concurrent.CompletableFuture;

/** None: {@code java.net.http} came with Java 11. */
final class ServedRequests {

  private final String address;

  ServedRequests(String address) {
    this.address = address;
  }

  int send() {
    throw new UnsupportedOperationException("nothing asks " + address);
  }

  CompletableFuture<Integer> begin() {
    throw new UnsupportedOperationException("nothing asks " + address);
  }
}
