package io.cioagent.it.apps;

import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Embedded Jetty of any version, and whatever handles its requests. */
abstract class JettyReceiverApp extends ReceiverApp {

  @Override
  protected final int start() throws Exception {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    if (HTTP_2) {
      connector.addConnectionFactory(http2(connector));
    }
    server.addConnector(connector);
    handle(server);
    server.start();
    return connector.getLocalPort();
  }

  /** By reflection, as only some versions come with its jars. */
  private static ConnectionFactory http2(ServerConnector connector)
      throws ReflectiveOperationException {
    return (ConnectionFactory)
        Class.forName("org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory")
            .getConstructor(HttpConfiguration.class)
            .newInstance(
                connector.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration());
  }

  abstract void handle(Server server) throws Exception;
}
