package io.cioagent.it.apps.customerio.handover;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Threads of its own, and those that others start on its behalf. */
public class ThreadCustomerIoClient {

  private final String base;

  public ThreadCustomerIoClient(String base) {
    this.base = base;
  }

  public boolean identify(String id) {
    Sender.daemons("shop-thread").newThread(new Sender(base, id)).start();
    return true;
  }

  public boolean identifyUser(String id) {
    Thread thread =
        new Thread("shop-thread") {
          @Override
          public void run() {
            new Sender(base, id).run();
          }
        };
    thread.setDaemon(true);
    thread.start();
    return true;
  }

  /** Waits for it, as a caller with a time limit does. */
  public boolean upsertCustomer(String id) throws InterruptedException {
    Thread thread = Sender.daemons("shop-thread").newThread(new Sender(base, id));
    thread.start();
    thread.join(10_000);
    return !thread.isAlive();
  }

  /** Tries again after a pause. */
  public boolean updateCustomer(String id) {
    Runnable twice =
        () -> {
          if (new Sender(base, id).call() != 200) {
            pause(1_500);
            new Sender(base, id).run();
          }
        };
    Sender.daemons("shop-thread").newThread(twice).start();
    return true;
  }

  /** Starts a thread that cannot be started. */
  public boolean addDevice(String id) {
    Thread thread = Sender.daemons("shop-thread").newThread(new Sender(base, id));
    thread.start();
    try {
      thread.start();
      return false;
    } catch (IllegalThreadStateException e) {
      return true;
    }
  }

  /** A pool of a JDK that has virtual threads. */
  public boolean track(String id) throws Exception {
    ExecutorService executor = perTask();
    return executor.submit((Runnable) new Sender(base, id)) != null;
  }

  public boolean trackEvent(String id) throws Exception {
    Executor executor = perTask();
    executor.execute(new Sender(base, id));
    return true;
  }

  public boolean postEvent(String id) throws Exception {
    Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, new Sender(base, id));
    return true;
  }

  public boolean sendEvent(String id) throws Exception {
    Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
    Class.forName("java.lang.Thread$Builder")
        .getMethod("start", Runnable.class)
        .invoke(builder, new Sender(base, id));
    return true;
  }

  /** By reflection, as this is compiled for a Java that has no such threads. */
  private static ExecutorService perTask() throws ReflectiveOperationException {
    return (ExecutorService)
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
