package io.cioagent.it.apps;

import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.jersey.server.ContainerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** Jersey's resources in Grizzly, without servlets. */
public final class JaxRsGrizzlyReceiverApp extends ReceiverApp {

  public static void main(String[] arguments) throws Exception {
    new JaxRsGrizzlyReceiverApp().run();
  }

  @Override
  protected int start() throws Exception {
    EmbeddedGrizzly grizzly = new EmbeddedGrizzly();
    HttpHandler jersey =
        ContainerFactory.createContainer(HttpHandler.class, new ResourceConfig(HookResource.class));
    grizzly.server().getServerConfiguration().addHttpHandler(jersey, "/");
    return grizzly.start();
  }
}
