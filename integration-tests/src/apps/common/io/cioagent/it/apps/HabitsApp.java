package io.cioagent.it.apps;

import io.cioagent.it.apps.habits.Service;
import io.cioagent.it.apps.habits.Transport;

/** A service with a client for each habit. Arguments: transport, and where the three APIs are. */
public final class HabitsApp {

  private HabitsApp() {}

  public static void main(String[] arguments) throws Exception {
    Transport transport =
        Class.forName(arguments[0])
            .asSubclass(Transport.class)
            .getDeclaredConstructor()
            .newInstance();
    Service service = new Service(transport, arguments[1], arguments[2], arguments[3]);
    ClientCalls.register(new Console(), service).run();
  }
}
