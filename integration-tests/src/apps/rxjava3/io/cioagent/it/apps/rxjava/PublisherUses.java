package io.cioagent.it.apps.rxjava;

import io.cioagent.it.apps.Requests;
import io.cioagent.it.apps.crm.Gateway;
import io.cioagent.it.apps.customerio.RxCustomerIoClient;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** What applications do with RxJava's types. */
public final class PublisherUses {

  private static final String ID = "cust-5512";

  private final RxCustomerIoClient client;
  private final Gateway gateway;
  private final Requests requests;

  public PublisherUses(String base) {
    client = new RxCustomerIoClient(base);
    gateway = new Gateway(base);
    requests = new Requests(base);
  }

  private Object publisher(String method) throws Exception {
    Object target = method.equals("upsert") || method.equals("fire") ? gateway : client;
    try {
      return target.getClass().getMethod(method, String.class).invoke(target, ID);
    } catch (InvocationTargetException e) {
      throw (Exception) e.getCause();
    }
  }

  private Flowable<?> flowable(String method) {
    Object publisher;
    try {
      publisher = publisher(method);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    if (publisher instanceof Single) {
      return ((Single<?>) publisher).toFlowable();
    }
    if (publisher instanceof Maybe) {
      return ((Maybe<?>) publisher).toFlowable();
    }
    if (publisher instanceof Completable) {
      return ((Completable) publisher).toFlowable();
    }
    return publisher instanceof Flowable
        ? (Flowable<?>) publisher
        : Flowable.fromIterable(((Observable<?>) publisher).blockingIterable());
  }

  public String block(String method) throws Exception {
    Object publisher = publisher(method);
    if (publisher instanceof Single) {
      return "" + ((Single<?>) publisher).blockingGet();
    }
    if (publisher instanceof Maybe) {
      return "" + ((Maybe<?>) publisher).blockingGet();
    }
    return ((Completable) publisher).toObservable().isEmpty().blockingGet() ? "null" : "something";
  }

  public String future(String method) throws Exception {
    return "" + ((Single<?>) publisher(method)).toFuture().get(10, TimeUnit.SECONDS);
  }

  public String elements(String method) throws Exception {
    Object publisher = publisher(method);
    return ""
        + (publisher instanceof Observable
            ? ((Observable<?>) publisher).toList().blockingGet()
            : ((Flowable<?>) publisher).toList().blockingGet());
  }

  public String first(String method) throws Exception {
    Object publisher = publisher(method);
    return ""
        + (publisher instanceof Observable
            ? ((Observable<?>) publisher).firstOrError().blockingGet()
            : ((Flowable<?>) publisher).firstOrError().blockingGet());
  }

  public String retry(String method) throws Exception {
    return "" + ((Single<?>) publisher(method)).retry(1).blockingGet();
  }

  public String twice(String method) throws Exception {
    Single<?> single = (Single<?>) publisher(method);
    return single.blockingGet() + " " + single.blockingGet();
  }

  public String unsubscribed(String method) throws Exception {
    return publisher(method) == null ? "nothing" : "unsubscribed";
  }

  public String cancel(String method) throws Exception {
    Disposable subscription = ((Single<?>) publisher(method)).subscribe();
    subscription.dispose();
    return "cancelled";
  }

  public String timeout(String method) throws Exception {
    return "" + ((Single<?>) publisher(method)).timeout(50, TimeUnit.MILLISECONDS).blockingGet();
  }

  public String zip(String one, String other) throws Exception {
    return ""
        + Flowable.zip(flowable(one), flowable(other), (a, b) -> "[" + a + "," + b + "]")
            .blockingFirst();
  }

  public String chain(String one, String other) {
    return "" + flowable(one).flatMap(first -> flowable(other)).blockingFirst();
  }

  /** The same, while some work of the first is still under way. */
  public String overlapping(String one, String other) {
    try {
      return chain(one, other);
    } finally {
      client.leftover.finish();
    }
  }

  public String then(String one, String other) throws Exception {
    return "" + flowable(one).ignoreElements().andThen(flowable(other)).blockingFirst();
  }

  /** The application's own request in the midst of a client's publisher. */
  public String between(String method) throws Exception {
    Object publisher = publisher(method);
    return ""
        + (publisher instanceof Observable
            ? ((Observable<?>) publisher).map(each -> requests.send(ID)).toList().blockingGet()
            : ((Flowable<?>) publisher).map(each -> requests.send(ID)).toList().blockingGet());
  }

  /**
   * With a hook that sees what is made while the application subscribes: nothing of the agent's.
   */
  public String debug(String method) throws Exception {
    AtomicInteger made = new AtomicInteger();
    Single<?> single = (Single<?>) publisher(method);
    RxJavaPlugins.setOnSingleAssembly(
        each -> {
          made.incrementAndGet();
          return each;
        });
    try {
      return single.blockingGet() + (made.get() == 0 ? "" : " made " + made);
    } finally {
      RxJavaPlugins.setOnSingleAssembly(null);
    }
  }

  /** Asks for the next element when it has done with the one before, from outside. */
  public String oneByOne(String method) throws Exception {
    Collecting collecting = new Collecting();
    ((Flowable<?>) publisher(method)).subscribe(collecting);
    while (!collecting.end.isDone()) {
      collecting.subscription.request(1);
    }
    return collecting.end.get();
  }

  /** What it is that the client has returned. */
  public String type(String method) throws Exception {
    return publisher(method).getClass().getName();
  }

  private static final class Collecting implements Subscriber<Object> {
    final CompletableFuture<String> end = new CompletableFuture<>();
    private final StringBuilder elements = new StringBuilder();
    Subscription subscription;

    @Override
    public void onSubscribe(Subscription begun) {
      subscription = begun;
    }

    @Override
    public void onNext(Object value) {
      elements.append(value).append(';');
    }

    @Override
    public void onComplete() {
      end.complete(elements.toString());
    }

    @Override
    public void onError(Throwable error) {
      end.completeExceptionally(error);
    }
  }
}
