package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;

/** A request, or what the library made of it, is about to be sent. */
public final class SendAdapter extends Adapter {

  public SendAdapter(Observer observer) {
    super(observer, "apachehttpclient5");
  }

  @Override
  public Object enter(Object end, Object given, Object givenScope) {
    AsyncExecChain.Scope scope = (AsyncExecChain.Scope) givenScope;
    AsyncCall call = AsyncCall.of(scope.cancellableDependency);
    if (call != null) {
      HttpRequest request = (HttpRequest) given;
      if ("CONNECT".equals(request.getMethod())) {
        // Older versions ask a proxy for a tunnel through the end of their own chain.
        call.tunnelled();
        return null;
      }
      HttpHost target = scope.route.getTargetHost();
      if (Requests.leadToCustomerIo(observer(), request, target)) {
        call.standsFor(request);
      } else {
        // A redirect led away: what was open is over, and what follows is not ours to see.
        Requests.attempt(call.exchange(), request, target);
      }
    }
    return null;
  }
}
