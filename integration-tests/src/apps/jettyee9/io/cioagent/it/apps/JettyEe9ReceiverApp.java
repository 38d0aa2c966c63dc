package io.cioagent.it.apps;

import java.util.Collections;
import org.eclipse.jetty.ee9.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;

/** Servlets in Jetty 12, its environment EE 9. */
public final class JettyEe9ReceiverApp extends JettyReceiverApp {

  public static void main(String[] arguments) throws Exception {
    new JettyEe9ReceiverApp().run();
  }

  @Override
  void handle(Server server) {
    ServletContextHandler context = new ServletContextHandler();
    context.setContextPath("/");
    new ServletHooks().onStartup(Collections.emptySet(), context.getServletContext());
    server.setHandler(context);
  }
}
