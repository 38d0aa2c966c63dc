package io.cioagent.it.apps.futures;

import io.cioagent.it.apps.crm.Gateway;
import io.cioagent.it.apps.customerio.FutureCustomerIoClient;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** What applications do with futures. */
public final class FutureUses {

  private static final String ID = "cust-5512";

  private final FutureCustomerIoClient client;
  private final Gateway gateway;

  public FutureUses(String base) {
    client = new FutureCustomerIoClient(base);
    gateway = new Gateway(base);
  }

  private Future<?> call(String method) {
    Object target = method.equals("upsert") || method.equals("fire") ? gateway : client;
    try {
      return (Future<?>) target.getClass().getMethod(method, String.class).invoke(target, ID);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  private CompletionStage<?> stage(String method) {
    return (CompletionStage<?>) call(method);
  }

  public String get(String method) throws Exception {
    return "" + call(method).get(10, TimeUnit.SECONDS);
  }

  /** The second runs on a thread that worked for the first. */
  public String chain(String one, String other) throws Exception {
    CompletableFuture<?> both = stage(one).thenCompose(first -> stage(other)).toCompletableFuture();
    return "" + both.get(10, TimeUnit.SECONDS);
  }

  /** The same, while some work of the first is still under way. */
  public String overlapping(String one, String other) throws Exception {
    try {
      return chain(one, other);
    } finally {
      client.leftover.finish();
    }
  }

  public String both(String one, String other) throws Exception {
    CompletableFuture<String> both =
        stage(one)
            .<Object, String>thenCombine(stage(other), (a, b) -> "[" + a + "," + b + "]")
            .toCompletableFuture();
    return both.get(10, TimeUnit.SECONDS);
  }

  public String cancel(String method) {
    return "" + call(method).cancel(true);
  }
}
