package io.cioagent.it.apps.customerio.handover;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Scheduled executors. */
public class TimerCustomerIoClient {

  private final String base;
  private final ScheduledExecutorService timer =
      Executors.newScheduledThreadPool(1, Sender.daemons("shop-timer"));
  private Future<?> periodic;

  public TimerCustomerIoClient(String base) {
    this.base = base;
  }

  public boolean identify(String id) {
    timer.execute(new Sender(base, id));
    return true;
  }

  public boolean upsertCustomer(String id) {
    return timer.submit((Runnable) new Sender(base, id)) != null;
  }

  public boolean updateCustomer(String id) {
    return timer.schedule((Runnable) new Sender(base, id), 0, TimeUnit.SECONDS) != null;
  }

  /** The call is still open when its time comes. */
  public CompletionStage<Integer> identifyUser(String id) {
    CompletableFuture<Integer> sent = new CompletableFuture<>();
    Runnable send = () -> sent.complete(new Sender(base, id).call());
    Future<?> scheduled = timer.schedule(send, 100, TimeUnit.MILLISECONDS);
    return scheduled.isCancelled() ? null : sent;
  }

  /** The call is long over when its time comes. */
  public boolean track(String id) {
    return timer.schedule((Runnable) new Sender(base, id), 1, TimeUnit.SECONDS) != null;
  }

  /** Work of the service's own, which the first call happens to start. */
  public synchronized boolean trackEvent(String id) {
    periodic = timer.scheduleWithFixedDelay(new Sender(base, id), 0, 1, TimeUnit.HOURS);
    return true;
  }

  public synchronized boolean stop() {
    return periodic.cancel(false);
  }
}
