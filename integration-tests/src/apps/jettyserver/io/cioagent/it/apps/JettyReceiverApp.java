package io.cioagent.it.apps;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Embedded Jetty of any version, and whatever handles its requests. */
abstract class JettyReceiverApp extends ReceiverApp {

  @Override
  protected final int start() throws Exception {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    handle(server);
    server.start();
    return connector.getLocalPort();
  }

  abstract void handle(Server server) throws Exception;
}
