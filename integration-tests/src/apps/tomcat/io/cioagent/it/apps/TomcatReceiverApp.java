package io.cioagent.it.apps;

/** Servlets in Tomcat. */
public final class TomcatReceiverApp extends ReceiverApp {

  public static void main(String[] arguments) throws Exception {
    new TomcatReceiverApp().run();
  }

  @Override
  protected int start() throws Exception {
    return EmbeddedTomcat.start(new ServletHooks());
  }
}
