package io.cioagent.it.apps;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.netty.http.server.HttpServer;

/** Spring WebFlux on Reactor Netty: a controller and routes. */
public final class WebFluxReceiverApp extends ReceiverApp {

  public static void main(String[] arguments) throws Exception {
    new WebFluxReceiverApp().run();
  }

  @Override
  @SuppressWarnings("resource") // open for as long as the application runs
  protected int start() {
    HttpHandler handler =
        WebHttpHandlerBuilder.applicationContext(
                new AnnotationConfigApplicationContext(HookRoutes.class, HookController.class))
            .build();
    return HttpServer.create()
        .host("127.0.0.1")
        .port(0)
        .handle(new ReactorHttpHandlerAdapter(handler))
        .bindNow()
        .port();
  }
}
