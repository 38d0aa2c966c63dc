package io.cioagent.instrumentation.okhttp;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import okhttp3.Call;

/** The application enqueues a call: from now on it is under way, and belongs to what asked. */
public final class EnqueueAdapter extends Adapter {

  public EnqueueAdapter(Observer observer) {
    super(observer, "okhttp");
  }

  @Override
  public Object enter(Object call, Object unused, Object unusedToo) {
    if (Calls.leadsToCustomerIo(observer(), (Call) call)) {
      Exchange exchange = observer().startExchange();
      exchange.begin();
      Calls.ENQUEUED.put(call, exchange);
    }
    return null;
  }
}
