package io.cioagent.it.apps;

import java.util.Set;
import javax.servlet.ServletContainerInitializer;
import javax.servlet.ServletContext;
import javax.servlet.ServletRegistration;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/** Jersey's resources in Tomcat. */
public final class JaxRsReceiverApp extends ReceiverApp implements ServletContainerInitializer {

  public static void main(String[] arguments) throws Exception {
    new JaxRsReceiverApp().run();
  }

  @Override
  protected int start() throws Exception {
    return EmbeddedTomcat.start(this);
  }

  @Override
  public void onStartup(Set<Class<?>> classes, ServletContext context) {
    ResourceConfig resources = new ResourceConfig(HookResource.class);
    ServletRegistration.Dynamic servlet =
        context.addServlet("jersey", new ServletContainer(resources));
    servlet.setAsyncSupported(true);
    servlet.addMapping("/*");
  }
}
