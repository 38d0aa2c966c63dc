package io.cioagent.it.apps.customerio;

import io.cioagent.it.apps.Leftover;
import io.cioagent.it.apps.Requests;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.observables.ConnectableObservable;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Client methods that return each of RxJava's types. */
public class RxCustomerIoClient {

  private final Requests requests;
  public final Leftover leftover = new Leftover();

  public RxCustomerIoClient(String base) {
    requests = new Requests(base);
  }

  private Single<Integer> send(String id) {
    return Single.fromCallable(() -> requests.send(id));
  }

  /** On the thread that subscribes. */
  public Single<Integer> identify(String id) {
    return send(id);
  }

  /** On a thread of its own. */
  public Single<Integer> identifyUser(String id) {
    return send(id).subscribeOn(Schedulers.io());
  }

  /** Swallows what went wrong. */
  public Single<Integer> identifyCustomer(String id) {
    return send(id).onErrorReturn(error -> 0);
  }

  /** Tries again at once. */
  public Single<Integer> updateCustomer(String id) {
    return send(id).retry(1);
  }

  /** Tries again after a pause. */
  public Single<Integer> upsertCustomer(String id) {
    return send(id)
        .retryWhen(errors -> errors.flatMap(error -> Flowable.timer(20, TimeUnit.MILLISECONDS)));
  }

  /** Sends before anybody subscribes. */
  public Single<Integer> createOrUpdateCustomer(String id) {
    CompletableFuture<Integer> hot = CompletableFuture.supplyAsync(() -> requests.send(id));
    return Single.fromFuture(hot);
  }

  /** Waits for 200 ms only. */
  public Single<Integer> addOrUpdateCustomer(String id) {
    return identifyUser(id).timeout(200, TimeUnit.MILLISECONDS);
  }

  /** Tells the outcome on another thread. */
  public Maybe<Integer> track(String id) {
    return send(id).toMaybe().observeOn(Schedulers.computation()).map(status -> status);
  }

  /** Two requests, the second on the thread of the first. */
  public Single<String> trackEvent(String id) {
    return send(id)
        .subscribeOn(Schedulers.io())
        .observeOn(Schedulers.computation())
        .flatMap(first -> send(id).map(second -> first + " " + second));
  }

  /** Three requests, one after the other. */
  public Observable<Integer> sendEvent(String id) {
    return Observable.range(1, 3).map(number -> requests.send(id));
  }

  /** One request for each element that is asked for. */
  public Flowable<Integer> sendUserEvent(String id) {
    return Flowable.range(1, 3).map(number -> requests.send(id));
  }

  /** Nothing but the end. */
  public Completable postEvent(String id) {
    return Completable.fromAction(() -> requests.send(id));
  }

  /** A value, or none. */
  public Maybe<Integer> trackCustomerEvent(String id) {
    return send(id).toMaybe().filter(status -> status != 200);
  }

  /** Another client method within this one's publisher. */
  public Single<Integer> suppress(String id) {
    return Single.defer(() -> identify(id)).flatMap(status -> identifyUser(id));
  }

  /** Is not done when it tells the outcome, on a thread of its own. */
  public Single<Integer> deleteCustomer(String id) {
    return identifyUser(id).doOnSubscribe(begun -> leftover.begin());
  }

  /** Throws before there is a publisher. */
  public Single<Integer> mergeCustomers(String id) {
    throw new IllegalArgumentException("no such customer");
  }

  /** Never ends. */
  public Single<Integer> addDevice(String id) {
    return Single.never();
  }

  /** Fails without a request. */
  public Completable deleteDevice(String id) {
    return Completable.error(new IllegalStateException("no device"));
  }

  /** A kind that has methods of its own. */
  public ConnectableObservable<Integer> unsuppress(String id) {
    return Observable.just(200).publish();
  }
}
