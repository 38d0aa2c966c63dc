package io.cioagent.it.apps;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import javax.servlet.ServletContainerInitializer;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http2.Http2Protocol;

/** Tomcat with one application. */
final class EmbeddedTomcat {

  private EmbeddedTomcat() {}

  /** Returns the free port that it took. */
  static int start(ServletContainerInitializer application) throws Exception {
    Path base = Files.createTempDirectory("tomcat");
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(base.toString());
    Connector connector = new Connector();
    connector.setPort(0);
    connector.setProperty("address", "127.0.0.1");
    if (ReceiverApp.HTTP_2) {
      connector.addUpgradeProtocol(new Http2Protocol());
    }
    tomcat.getService().addConnector(connector);
    tomcat.setConnector(connector);
    Context context = tomcat.addContext("", base.toString());
    context.addServletContainerInitializer(application, Collections.emptySet());
    tomcat.start();
    return connector.getLocalPort();
  }
}
