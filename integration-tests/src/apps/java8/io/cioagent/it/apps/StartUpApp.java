package io.cioagent.it.apps;

import io.cioagent.it.apps.customerio.CustomerIoClient;
import java.util.Collections;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** What an application may do in the first moments of its {@code main}. */
public final class StartUpApp {

  /** An application server's own log manager. */
  public static final class ShopLogManager extends LogManager {}

  private StartUpApp() {}

  public static void main(String[] arguments) throws Exception {
    // First of all, as whoever starts logging before this line takes the choice away.
    System.setProperty("java.util.logging.manager", ShopLogManager.class.getName());
    switch (arguments[0]) {
      case "return":
        return;
      case "throw":
        throw new IllegalStateException("main gives up");
      case "exit":
        System.exit(3);
        return;
      case "call-and-return":
        new CustomerIoClient(arguments[1]).identify("cust-5512", Collections.emptyMap());
        return;
      case "call":
        new CustomerIoClient(arguments[1]).identify("cust-5512", Collections.emptyMap());
        break;
      case "http":
        Wire.call("PUT", arguments[1] + "/api/v1/customers/cust-5512");
        break;
      case "log":
        Logger.getLogger("shop").fine("nobody reads this");
        break;
      case "wait":
        break;
      default:
        throw new IllegalArgumentException(arguments[0]);
    }
    UrlConnectionApp.register(new Console())
        .on("log-manager", words -> LogManager.getLogManager().getClass().getName())
        .on(
            "identify",
            words -> {
              new CustomerIoClient(words.get(0)).identify("cust-5512", Collections.emptyMap());
              return "identified";
            })
        .run();
  }
}
