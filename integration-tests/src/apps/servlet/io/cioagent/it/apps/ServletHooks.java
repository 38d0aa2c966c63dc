package io.cioagent.it.apps;

import java.util.EnumSet;
import java.util.Set;
import javax.servlet.DispatcherType;
import javax.servlet.FilterRegistration;
import javax.servlet.MultipartConfigElement;
import javax.servlet.ServletContainerInitializer;
import javax.servlet.ServletContext;
import javax.servlet.ServletRegistration;

/** Tells any servlet container what is to receive the requests: the same everywhere. */
public final class ServletHooks implements ServletContainerInitializer {

  @Override
  public void onStartup(Set<Class<?>> classes, ServletContext context) {
    FilterRegistration.Dynamic filter = context.addFilter("hooks", new HookFilter());
    filter.setAsyncSupported(true);
    filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
    ServletRegistration.Dynamic servlet = context.addServlet("hooks", new HookServlet());
    servlet.setAsyncSupported(true);
    servlet.setMultipartConfig(new MultipartConfigElement(System.getProperty("java.io.tmpdir")));
    servlet.addMapping("/*");
  }
}
