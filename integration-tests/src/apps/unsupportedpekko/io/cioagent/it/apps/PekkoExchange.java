package io.cioagent.it.apps;

import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.ServerBinding;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/** One exchange with a server in the same JVM. */
public final class PekkoExchange implements Runnable {
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
