package io.cioagent.it.apps.customerio;

import io.cioagent.it.apps.Leftover;
import io.cioagent.it.apps.Requests;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.ConnectableFlux;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Schedulers;

/** Client methods that return Reactor's publishers. */
public class ReactorCustomerIoClient {

  private final Requests requests;
  public final Leftover leftover = new Leftover();

  public ReactorCustomerIoClient(String base) {
    requests = new Requests(base);
  }

  private Mono<Integer> send(String id) {
    return Mono.fromCallable(() -> requests.send(id));
  }

  /** On the thread that subscribes. */
  public Mono<Integer> identify(String id) {
    return send(id);
  }

  /** On a thread of its own. */
  public Mono<Integer> identifyUser(String id) {
    return send(id).subscribeOn(Schedulers.parallel());
  }

  /** Swallows what went wrong. */
  public Mono<Integer> identifyCustomer(String id) {
    return send(id).onErrorResume(error -> Mono.just(0));
  }

  /** Tries again at once. */
  public Mono<Integer> updateCustomer(String id) {
    return send(id).retry(1);
  }

  /** Tries again after a pause. */
  public Mono<Integer> upsertCustomer(String id) {
    return send(id)
        .onErrorResume(error -> Mono.delay(Duration.ofMillis(20)).flatMap(pause -> send(id)));
  }

  /** Sends before anybody subscribes. */
  public Mono<Integer> createOrUpdateCustomer(String id) {
    return Mono.fromFuture(CompletableFuture.supplyAsync(() -> requests.send(id)));
  }

  /** Waits for 200 ms only. */
  public Mono<Integer> addOrUpdateCustomer(String id) {
    return identifyUser(id).timeout(Duration.ofMillis(200));
  }

  /** Tells the outcome on another thread. */
  public Mono<Integer> track(String id) {
    return send(id).publishOn(Schedulers.single()).map(status -> status);
  }

  /** Two requests, the second on the thread of the first. */
  public Mono<String> trackEvent(String id) {
    return identifyOnOtherThread(id).flatMap(first -> send(id).map(second -> first + " " + second));
  }

  private Mono<Integer> identifyOnOtherThread(String id) {
    return send(id).subscribeOn(Schedulers.parallel()).publishOn(Schedulers.single());
  }

  /** Three requests, one after the other. */
  public Flux<Integer> sendEvent(String id) {
    return Flux.range(1, 3).concatMap(number -> send(id), 1);
  }

  /** One request for each element that is asked for. */
  public Flux<Integer> sendUserEvent(String id) {
    return Flux.range(1, 3).map(number -> requests.send(id));
  }

  /** Nothing but the end. */
  public Mono<Void> postEvent(String id) {
    return send(id).then();
  }

  /** Another client method within this one's publisher. */
  public Mono<Integer> suppress(String id) {
    return Mono.defer(() -> identify(id)).flatMap(status -> identifyUser(id));
  }

  /** Is not done when it tells the outcome, on a thread of its own. */
  public Mono<Integer> deleteCustomer(String id) {
    return identifyUser(id).doOnSubscribe(begun -> leftover.begin());
  }

  /** Throws before there is a publisher. */
  public Mono<Integer> mergeCustomers(String id) {
    throw new IllegalArgumentException("no such customer");
  }

  /** Never ends. */
  public Mono<Integer> addDevice(String id) {
    return Mono.never();
  }

  /** Fails without a request. */
  public Mono<Integer> deleteDevice(String id) {
    return Mono.error(new IllegalStateException("no device"));
  }

  /** What the subscriber's context says. */
  public Mono<Integer> trackAnonymous(String id) {
    return new Mono<Integer>() {
      @Override
      public void subscribe(CoreSubscriber<? super Integer> subscriber) {
        int tenant = subscriber.currentContext().<Integer>get("tenant");
        subscriber.onSubscribe(Operators.scalarSubscription(subscriber, tenant));
      }
    };
  }

  /** A kind of publisher that has methods of its own. */
  public ConnectableFlux<Integer> unsuppress(String id) {
    return Flux.just(200).publish();
  }
}
