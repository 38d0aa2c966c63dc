package io.cioagent.it.apps;

import java.util.Collections;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.servlet.ServletContextHandler;

/** Servlets in Jetty up to 11. */
public final class JettyServletReceiverApp extends JettyReceiverApp {

  public static void main(String[] arguments) throws Exception {
    new JettyServletReceiverApp().run();
  }

  @Override
  void handle(Server server) {
    ServletContextHandler context = new ServletContextHandler();
    context.setContextPath("/");
    new ServletHooks().onStartup(Collections.emptySet(), context.getServletContext());
    server.setHandler(context);
  }
}
