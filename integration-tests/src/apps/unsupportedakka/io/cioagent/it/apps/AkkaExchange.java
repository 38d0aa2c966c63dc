package io.cioagent.it.apps;

import akka.actor.ActorSystem;
import akka.http.javadsl.Http;
import akka.http.javadsl.ServerBinding;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;

/** One exchange with a server in the same JVM. */
public final class AkkaExchange implements Runnable {
  @Override
  public void run() {
    ActorSystem system = ActorSystem.create();
    Http http = Http.get(system);
    ServerBinding server =
        http.newServerAt("127.0.0.1", 0)
            .bindSync(request -> HttpResponse.create())
            .toCompletableFuture()
            .join();
    http.singleRequest(
            HttpRequest.create("http://127.0.0.1:" + server.localAddress().getPort() + "/"))
        .toCompletableFuture()
        .join();
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().join();
  }
}
