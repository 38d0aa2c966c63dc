package io.cioagent.it.apps;

import java.io.IOException;

/** A service with clients on {@code HttpURLConnection}, which it also uses directly. */
public final class ClientsApp {

  private ClientsApp() {}

  public static void main(String[] arguments) throws IOException {
    ClientCalls.register(UrlConnectionApp.register(new Console()), arguments[0])
        .on(
            "many",
            words ->
                ManyThreads.run(
                    Integer.parseInt(words.get(0)),
                    Integer.parseInt(words.get(1)),
                    words.get(2),
                    words.get(3)))
        .run();
  }
}
