package io.cioagent.it.apps;

import java.util.Collections;
import javax.servlet.ServletContextEvent;
import javax.servlet.ServletContextListener;
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
    context.addEventListener(new Starting());
    server.setHandler(context);
  }

  /** Early versions take servlets only while they start. */
  private static final class Starting implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
      new ServletHooks().onStartup(Collections.emptySet(), event.getServletContext());
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {}
  }
}
