package io.cioagent.it.apps.customerio.handover;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveTask;
import java.util.stream.IntStream;

/** Fork/join pools and parallel streams. */
public class ForkJoinCustomerIoClient {

  private final String base;
  private final ForkJoinPool pool = new ForkJoinPool(2);

  public ForkJoinCustomerIoClient(String base) {
    this.base = base;
  }

  public boolean identify(String id) {
    pool.execute((Runnable) new Sender(base, id));
    return true;
  }

  public boolean upsertCustomer(String id) {
    return pool.submit((Runnable) new Sender(base, id)) != null;
  }

  public boolean identifyUser(String id) {
    return pool.submit(() -> new Sender(base, id).call()) != null;
  }

  public int updateCustomer(String id) {
    return pool.invoke(new Two(id));
  }

  public int addOrUpdateCustomer(String id) {
    return new Two(id).fork().join();
  }

  public boolean createOrUpdateCustomer(String id) {
    pool.execute(new Two(id));
    return true;
  }

  /** Forked, taken back and done by itself. */
  public int identifyCustomer(String id) {
    return pool.invoke(
        new RecursiveTask<Integer>() {
          @Override
          protected Integer compute() {
            Two two = new Two(id);
            two.fork();
            return two.tryUnfork() ? two.compute() : two.join();
          }
        });
  }

  public int track(String id) {
    return IntStream.range(0, 8).parallel().map(i -> new Sender(base, id).call()).max().getAsInt();
  }

  public boolean trackEvent(String id) throws InterruptedException {
    pool.invokeAll(Arrays.asList(new Sender(base, id), new Sender(base, id)));
    return true;
  }

  /** On the threads that have run client methods before; no client method itself. */
  public int onEveryThread(String id) throws Exception {
    return pool.submit(() -> new Sender(base, id).call()).get();
  }

  private final class Two extends RecursiveTask<Integer> {
    private static final long serialVersionUID = 1;
    private final String id;

    Two(String id) {
      this.id = id;
    }

    @Override
    protected Integer compute() {
      ForkJoinTask<Integer> other =
          new RecursiveTask<Integer>() {
            @Override
            protected Integer compute() {
              return new Sender(base, id).call();
            }
          }.fork();
      return Math.max(new Sender(base, id).call(), other.join());
    }
  }
}
