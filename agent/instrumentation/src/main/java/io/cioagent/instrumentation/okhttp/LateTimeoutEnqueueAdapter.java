package io.cioagent.instrumentation.okhttp;

import io.cioagent.core.observe.Observer;
import java.util.concurrent.RejectedExecutionException;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** In 3.12 and 3.13 nobody but the callback hears that the dispatcher's executor refused a call. */
public final class LateTimeoutEnqueueAdapter extends EnqueueAdapter {

  public LateTimeoutEnqueueAdapter(Observer observer) {
    super(observer);
  }

  @Override
  void taken(Call call, OkHttpClient client) {
    Dispatcher dispatcher = client.dispatcher();
    // In this order, as a call goes from one to the other. One that is over is known as such.
    if (!dispatcher.queuedCalls().contains(call) && !dispatcher.runningCalls().contains(call)) {
      Calls.failed(call, new RejectedExecutionException("executor rejected"));
    }
  }
}
