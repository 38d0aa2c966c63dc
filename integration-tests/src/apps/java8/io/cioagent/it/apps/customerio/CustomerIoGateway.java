package io.cioagent.it.apps.customerio;

import java.lang.reflect.Proxy;

/** An interface with a body of its own, and a proxy before it; neither is a client. */
public interface CustomerIoGateway {

  default String identify(String id) {
    return "default " + id;
  }

  String track(String id);

  static CustomerIoGateway proxy() {
    return (CustomerIoGateway)
        Proxy.newProxyInstance(
            CustomerIoGateway.class.getClassLoader(),
            new Class<?>[] {CustomerIoGateway.class},
            (proxy, method, arguments) -> "proxied " + arguments[0]);
  }
}
