package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import org.apache.hc.client5.http.async.AsyncExecChain;

/** A proxy is asked for a tunnel; its refusal becomes the application's answer. */
public final class TunnelAdapter extends Adapter {

  public TunnelAdapter(Observer observer) {
    super(observer, "apachehttpclient5");
  }

  @Override
  public Object enter(Object woven, Object scope, Object unused) {
    AsyncCall call = AsyncCall.of(((AsyncExecChain.Scope) scope).cancellableDependency);
    if (call != null) {
      call.tunnelled();
    }
    return null;
  }
}
