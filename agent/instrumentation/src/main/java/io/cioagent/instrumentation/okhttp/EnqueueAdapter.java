package io.cioagent.instrumentation.okhttp;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import okhttp3.Call;
import okhttp3.OkHttpClient;

/** The application enqueues a call: from now on it is under way, and belongs to what asked. */
public class EnqueueAdapter extends Adapter {

  public EnqueueAdapter(Observer observer) {
    super(observer, "okhttp");
  }

  /** A call that is being enqueued. */
  private static final class Enqueued {
    final Call call;
    final OkHttpClient client;

    Enqueued(Call call, OkHttpClient client) {
      this.call = call;
      this.client = client;
    }
  }

  @Override
  public final Object enter(Object made, Object client, Object unused) {
    Call call = (Call) made;
    // A call that was executed before is about to be refused, and may still be under way.
    if (!Calls.leadsToCustomerIo(observer(), call) || call.isExecuted()) {
      return null;
    }
    Calls.begin(observer(), call);
    return new Enqueued(call, (OkHttpClient) client);
  }

  @Override
  public final void exit(Object scope, Object unused, Throwable thrown) {
    Enqueued enqueued = (Enqueued) scope;
    if (thrown == null) {
      taken(enqueued.call, enqueued.client);
    } else {
      // Up to 3.11, the dispatcher's executor refuses a call right here.
      Calls.failed(enqueued.call, thrown);
    }
  }

  void taken(Call call, OkHttpClient client) {}
}
