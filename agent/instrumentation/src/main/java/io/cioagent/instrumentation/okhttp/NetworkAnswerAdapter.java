package io.cioagent.instrumentation.okhttp;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import okhttp3.Response;

/** An answer comes from the wire, beneath what interceptors and a cache make of it; up to 3.3. */
public final class NetworkAnswerAdapter extends Adapter {

  public NetworkAnswerAdapter(Observer observer) {
    super(observer, "okhttp");
  }

  @Override
  public Object enter(Object engine, Object response, Object unused) {
    Exchange exchange = Calls.RUNNING.get();
    if (exchange != null) {
      Sources.answered(exchange, (Response) response);
    }
    return null;
  }
}
