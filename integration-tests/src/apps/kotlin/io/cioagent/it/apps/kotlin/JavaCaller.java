package io.cioagent.it.apps.kotlin;

import io.cioagent.it.apps.customerio.KotlinCustomerIoClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlin.coroutines.intrinsics.IntrinsicsKt;

/** Calls suspend functions with a continuation that is written by hand. */
final class JavaCaller implements Continuation<Integer> {

  private final CompletableFuture<Object> end = new CompletableFuture<>();

  private JavaCaller() {}

  static String identify(KotlinCustomerIoClient client, String id) throws Exception {
    JavaCaller caller = new JavaCaller();
    return caller.await(client.identify(id, caller));
  }

  static String identifyUser(KotlinCustomerIoClient client, String id) throws Exception {
    JavaCaller caller = new JavaCaller();
    try {
      return caller.await(client.identifyUser(id, caller));
    } catch (IllegalStateException e) {
      // It was done before it could be suspended: then it throws instead of resuming the caller.
      return "Failure(" + e + ")";
    }
  }

  private String await(Object result) throws Exception {
    return ""
        + (result == IntrinsicsKt.getCOROUTINE_SUSPENDED()
            ? end.get(10, TimeUnit.SECONDS)
            : result);
  }

  @Override
  public CoroutineContext getContext() {
    return EmptyCoroutineContext.INSTANCE;
  }

  @Override
  public void resumeWith(Object result) {
    end.complete(result);
  }
}
