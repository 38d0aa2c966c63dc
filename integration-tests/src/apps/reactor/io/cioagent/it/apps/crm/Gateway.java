package io.cioagent.it.apps.crm;

import io.cioagent.it.apps.Requests;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** No name that says what it is: only the settings do. */
public class Gateway {

  private final Requests requests;

  public Gateway(String base) {
    requests = new Requests(base);
  }

  public Mono<Integer> upsert(String id) {
    return Mono.fromCallable(() -> requests.send(id)).subscribeOn(Schedulers.parallel());
  }

  public Flux<Integer> fire(String id) {
    return Flux.range(1, 2).map(number -> requests.send(id));
  }
}
