package io.cioagent.it.apps.customer.io;

/** Found by its package, dots left out. */
public class Api {

  public String trackEvent(String id, String event) {
    return id + event;
  }
}
