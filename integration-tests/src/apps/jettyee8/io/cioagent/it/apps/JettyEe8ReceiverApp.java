package io.cioagent.it.apps;

import java.util.Collections;
import org.eclipse.jetty.ee8.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;

/** Servlets in Jetty 12, its environment EE 8. */
public final class JettyEe8ReceiverApp extends JettyReceiverApp {

  public static void main(String[] arguments) throws Exception {
    new JettyEe8ReceiverApp().run();
  }

  @Override
  void handle(Server server) {
    ServletContextHandler context = new ServletContextHandler();
    context.setContextPath("/");
    new ServletHooks().onStartup(Collections.emptySet(), context.getServletContext());
    server.setHandler(context);
  }
}
