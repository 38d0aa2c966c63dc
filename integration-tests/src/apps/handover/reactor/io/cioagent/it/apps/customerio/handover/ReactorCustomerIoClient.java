package io.cioagent.it.apps.customerio.handover;

import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Reactor's schedulers; nothing reactive is returned. */
public class ReactorCustomerIoClient {

  private final String base;

  public ReactorCustomerIoClient(String base) {
    this.base = base;
  }

  public boolean identify(String id) {
    return !Mono.fromCallable(new Sender(base, id))
        .subscribeOn(Schedulers.parallel())
        .subscribe()
        .isDisposed();
  }

  public boolean identifyUser(String id) {
    Flux.just(id)
        .publishOn(Schedulers.single())
        .map(each -> new Sender(base, each).call())
        .subscribe();
    return true;
  }

  public boolean upsertCustomer(String id) throws ReflectiveOperationException {
    Mono.fromCallable(new Sender(base, id)).subscribeOn(forBlockingWork()).subscribe();
    return true;
  }

  public boolean updateCustomer(String id) {
    return Mono.delay(Duration.ofMillis(50)).map(after -> new Sender(base, id).call()).block() > 0;
  }

  /** By whichever name this version of Reactor has it. */
  private static Scheduler forBlockingWork() throws ReflectiveOperationException {
    try {
      return (Scheduler) Schedulers.class.getMethod("boundedElastic").invoke(null);
    } catch (NoSuchMethodException e) {
      return (Scheduler) Schedulers.class.getMethod("elastic").invoke(null);
    }
  }
}
