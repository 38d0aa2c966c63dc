package io.cioagent.it.apps;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What hand-written clients share: a refusal becomes an exception that does not say the status. */
public final class Requests {

  private final String base;

  public Requests(String base) {
    this.base = base;
  }

  /** One request; 200. */
  public int send(String id) {
    try {
      int status = Wire.call("PUT", base + "/api/v1/customers/" + id);
      if (status >= 400) {
        throw new IllegalStateException("Customer.io refused");
      }
      return status;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
