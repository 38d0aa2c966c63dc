package io.cioagent.it.apps;

import java.util.EnumSet;
import javax.servlet.DispatcherType;
import javax.servlet.FilterRegistration;
import javax.servlet.ServletRegistration;
import org.glassfish.grizzly.servlet.WebappContext;

/** Servlets in Grizzly's own container, which has no multipart bodies. */
public final class GrizzlyServletReceiverApp extends ReceiverApp {

  public static void main(String[] arguments) throws Exception {
    new GrizzlyServletReceiverApp().run();
  }

  @Override
  protected int start() throws Exception {
    EmbeddedGrizzly grizzly = new EmbeddedGrizzly();
    WebappContext context = new WebappContext("receiver", "");
    FilterRegistration.Dynamic filter = context.addFilter("hooks", new HookFilter());
    filter.setAsyncSupported(true);
    filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
    ServletRegistration.Dynamic servlet = context.addServlet("hooks", new HookServlet());
    servlet.setAsyncSupported(true);
    servlet.addMapping("/*");
    context.deploy(grizzly.server());
    return grizzly.start();
  }
}
