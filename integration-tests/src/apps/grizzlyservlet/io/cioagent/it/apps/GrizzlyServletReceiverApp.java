package io.cioagent.it.apps;

import java.util.Collections;
import org.glassfish.grizzly.servlet.WebappContext;

/** Servlets in Grizzly's own container. */
public final class GrizzlyServletReceiverApp extends ReceiverApp {

  public static void main(String[] arguments) throws Exception {
    new GrizzlyServletReceiverApp().run();
  }

  @Override
  protected int start() throws Exception {
    EmbeddedGrizzly grizzly = new EmbeddedGrizzly();
    WebappContext context = new WebappContext("receiver", "");
    new ServletHooks().onStartup(Collections.emptySet(), context);
    context.deploy(grizzly.server());
    return grizzly.start();
  }
}
