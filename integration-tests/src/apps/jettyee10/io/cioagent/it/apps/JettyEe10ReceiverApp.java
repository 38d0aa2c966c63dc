package io.cioagent.it.apps;

import java.util.Collections;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;

/** Servlets in Jetty 12, its environment EE 10. */
public final class JettyEe10ReceiverApp extends JettyReceiverApp {

  public static void main(String[] arguments) throws Exception {
    new JettyEe10ReceiverApp().run();
  }

  @Override
  void handle(Server server) {
    ServletContextHandler context = new ServletContextHandler();
    context.setContextPath("/");
    new ServletHooks().onStartup(Collections.emptySet(), context.getServletContext());
    server.setHandler(context);
  }
}
