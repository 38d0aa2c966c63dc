package io.cioagent.it.apps;

import java.util.Collections;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;

/** Servlets in Jetty 12, its environment EE 11. */
public final class JettyEe11ReceiverApp extends JettyReceiverApp {

  public static void main(String[] arguments) throws Exception {
    new JettyEe11ReceiverApp().run();
  }

  @Override
  void handle(Server server) {
    ServletContextHandler context = new ServletContextHandler();
    context.setContextPath("/");
    new ServletHooks().onStartup(Collections.emptySet(), context.getServletContext());
    server.setHandler(context);
  }
}
