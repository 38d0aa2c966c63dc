package io.cioagent.instrumentation.okhttp;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import okhttp3.Call;

/** The application enqueues a call: from now on it is under way, and belongs to what asked. */
public final class EnqueueAdapter extends Adapter {

  public EnqueueAdapter(Observer observer) {
    super(observer, "okhttp");
  }

  @Override
  public Object enter(Object made, Object unused, Object unusedToo) {
    Call call = (Call) made;
    // A call that was executed before is about to be refused, and may still be under way.
    if (!Calls.leadsToCustomerIo(observer(), call) || call.isExecuted()) {
      return null;
    }
    Calls.begin(observer(), call);
    return call;
  }

  @Override
  public void exit(Object call, Object unused, Throwable thrown) {
    if (thrown != null) {
      // Up to 3.11, the dispatcher's executor refuses a call right here.
      Calls.failed((Call) call, thrown);
    }
  }
}
