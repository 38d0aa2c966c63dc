package com.acme.library;

/** What the sample adapter is linked with. */
public class Request {
  public String host() {
    return "track.customer.io";
  }
}
