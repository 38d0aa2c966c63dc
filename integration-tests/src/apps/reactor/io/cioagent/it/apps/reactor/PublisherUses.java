package io.cioagent.it.apps.reactor;

import io.cioagent.it.apps.Requests;
import io.cioagent.it.apps.crm.Gateway;
import io.cioagent.it.apps.customerio.ReactorCustomerIoClient;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.Scannable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** What applications do with Reactor's publishers. */
public final class PublisherUses {

  private static final String ID = "cust-5512";

  private final ReactorCustomerIoClient client;
  private final Gateway gateway;
  private final Requests requests;

  public PublisherUses(String base) {
    client = new ReactorCustomerIoClient(base);
    gateway = new Gateway(base);
    requests = new Requests(base);
  }

  private Mono<?> mono(String method) throws Exception {
    return Mono.from(flux(method));
  }

  /** Exactly what the client returned where that is a {@code Flux}. */
  private Flux<?> flux(String method) throws Exception {
    Object publisher = publisher(method);
    return publisher instanceof Flux ? (Flux<?>) publisher : ((Mono<?>) publisher).flux();
  }

  private Mono<?> asReturned(String method) throws Exception {
    return (Mono<?>) publisher(method);
  }

  private Object publisher(String method) throws Exception {
    Object target = method.equals("upsert") || method.equals("fire") ? gateway : client;
    try {
      return target.getClass().getMethod(method, String.class).invoke(target, ID);
    } catch (InvocationTargetException e) {
      throw (Exception) e.getCause();
    }
  }

  public String block(String method) throws Exception {
    return "" + asReturned(method).block(Duration.ofSeconds(10));
  }

  public String future(String method) throws Exception {
    return "" + asReturned(method).toFuture().get(10, TimeUnit.SECONDS);
  }

  public String elements(String method) throws Exception {
    return "" + flux(method).collectList().block();
  }

  public String first(String method) throws Exception {
    return "" + flux(method).next().block();
  }

  public String retry(String method) throws Exception {
    return "" + asReturned(method).retry(1).block();
  }

  public String twice(String method) throws Exception {
    Mono<?> mono = asReturned(method);
    return mono.block() + " " + mono.block();
  }

  public String unsubscribed(String method) throws Exception {
    return publisher(method) == null ? "nothing" : "unsubscribed";
  }

  public String cancel(String method) throws Exception {
    Disposable subscription = asReturned(method).subscribe();
    subscription.dispose();
    return "cancelled";
  }

  public String timeout(String method) throws Exception {
    return "" + asReturned(method).timeout(Duration.ofMillis(50)).block();
  }

  public String zip(String one, String other) throws Exception {
    return "" + Mono.zip(asReturned(one), asReturned(other)).block();
  }

  public String chain(String one, String other) {
    return "" + asReturnedUnchecked(one).flatMap(first -> asReturnedUnchecked(other)).block();
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
    return "" + asReturned(one).then(asReturned(other)).block();
  }

  /** The application's own request in the midst of a client's publisher. */
  public String between(String method) throws Exception {
    return "" + flux(method).map(each -> requests.send(ID)).collectList().block();
  }

  private Mono<?> asReturnedUnchecked(String method) {
    try {
      return asReturned(method);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public String debug(String method) throws Exception {
    Hooks.onOperatorDebug();
    try {
      return block(method);
    } finally {
      Hooks.resetOnOperatorDebug();
    }
  }

  /** Asks for the next element when it has done with the one before, from outside. */
  public String oneByOne(String method) throws Exception {
    Collecting collecting = new Collecting();
    flux(method).subscribe(collecting);
    while (!collecting.end.isDone()) {
      collecting.request(1);
    }
    return collecting.end.get();
  }

  /** Subscribes with a context. */
  public String context(String method) throws Exception {
    Collecting collecting = new Collecting();
    mono(method).subscribe(collecting);
    collecting.request(1);
    return collecting.end.get(10, TimeUnit.SECONDS);
  }

  /** What the library calls a publisher in exceptions and metrics. */
  public String names(String method) throws Exception {
    String with = names((Mono<?>) publisher(method));
    String without = names(Mono.never());
    return with.equals(without) ? "same" : with + " instead of " + without;
  }

  private static String names(Mono<?> mono) throws Exception {
    StringBuilder names = new StringBuilder(mono + " " + Scannable.from(mono).name());
    for (Method each : Scannable.class.getMethods()) {
      if (each.getName().equals("stepName")) {
        names.append(' ').append(each.invoke(mono));
      }
    }
    return names.toString();
  }

  /** What it is that the client has returned. */
  public String type(String method) throws Exception {
    return publisher(method).getClass().getName();
  }

  private static final class Collecting extends BaseSubscriber<Object> {
    final CompletableFuture<String> end = new CompletableFuture<>();
    private final StringBuilder elements = new StringBuilder();

    @Override
    public Context currentContext() {
      return Context.of("tenant", 7);
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
      // Nothing yet.
    }

    @Override
    protected void hookOnNext(Object value) {
      elements.append(value).append(';');
    }

    @Override
    protected void hookOnComplete() {
      end.complete(elements.toString());
    }

    @Override
    protected void hookOnError(Throwable error) {
      end.completeExceptionally(error);
    }
  }
}
