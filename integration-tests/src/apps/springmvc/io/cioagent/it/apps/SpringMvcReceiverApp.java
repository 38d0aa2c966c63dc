package io.cioagent.it.apps;

import java.util.Set;
import javax.servlet.ServletContainerInitializer;
import javax.servlet.ServletContext;
import javax.servlet.ServletRegistration;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** Spring MVC's controllers in Tomcat. */
public final class SpringMvcReceiverApp extends ReceiverApp implements ServletContainerInitializer {

  /** What a controller needs to be one. */
  @Configuration
  @EnableWebMvc
  public static class Mvc {}

  public static void main(String[] arguments) throws Exception {
    new SpringMvcReceiverApp().run();
  }

  @Override
  protected int start() throws Exception {
    return EmbeddedTomcat.start(this);
  }

  @Override
  public void onStartup(Set<Class<?>> classes, ServletContext context) {
    AnnotationConfigWebApplicationContext spring = new AnnotationConfigWebApplicationContext();
    spring.register(Mvc.class, HookController.class);
    ServletRegistration.Dynamic servlet =
        context.addServlet("spring", new DispatcherServlet(spring));
    servlet.setAsyncSupported(true);
    servlet.setLoadOnStartup(1);
    servlet.addMapping("/");
  }
}
