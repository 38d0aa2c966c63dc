package io.cioagent.it.apps.crm;

import io.cioagent.it.apps.Requests;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** No name that says what it is: only the settings do. */
public class Gateway {

  private final Requests requests;

  public Gateway(String base) {
    requests = new Requests(base);
  }

  public CompletableFuture<Integer> upsert(String id) {
    return CompletableFuture.supplyAsync(() -> requests.send(id));
  }

  public Future<Integer> fire(String id) {
    return CompletableFuture.supplyAsync(() -> requests.send(id));
  }
}
