package io.cioagent.it.apps;

import java.io.IOException;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;

/** Grizzly's server, whose application is to be added. */
final class EmbeddedGrizzly {

  private final HttpServer server = new HttpServer();

  HttpServer server() {
    return server;
  }

  /** Returns the free port that it took. */
  int start() throws IOException {
    NetworkListener listener = new NetworkListener("receiver", "127.0.0.1", 0);
    server.addListener(listener);
    server.start();
    return listener.getPort();
  }
}
