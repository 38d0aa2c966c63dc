package io.cioagent.it.apps.customerio;

/** A web controller: it receives, it does not call. */
public class CustomerIoController {

  public String track(String body) {
    return "received " + body;
  }
}
