package io.cioagent.it.apps.customerio;

/** Calls the interface's default method and the proxy, so that a command can. */
public class PlainGateway {

  public String throughDefault(String id) {
    CustomerIoGateway gateway = ignored -> "unused";
    return gateway.identify(id);
  }

  public String throughProxy(String id) {
    return CustomerIoGateway.proxy().track(id);
  }
}
