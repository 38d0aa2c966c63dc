package io.cioagent.it.apps;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** Embedded Tomcat. */
public final class TomcatReceiverApp extends ReceiverApp {

  public static void main(String[] arguments) throws Exception {
    new TomcatReceiverApp().run();
  }

  @Override
  protected int start() throws Exception {
    Path base = Files.createTempDirectory("tomcat");
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(base.toString());
    Connector connector = new Connector();
    connector.setPort(0);
    connector.setProperty("address", "127.0.0.1");
    tomcat.getService().addConnector(connector);
    tomcat.setConnector(connector);
    Context context = tomcat.addContext("", base.toString());
    context.addServletContainerInitializer(new ServletHooks(), Collections.emptySet());
    tomcat.start();
    return connector.getLocalPort();
  }
}
