package io.cioagent.it.apps.customerio;

/** A test double, as an application's own demo mode would use. */
public class MockCustomerIoClient {

  public String identify(String id) {
    return "pretended " + id;
  }
}
