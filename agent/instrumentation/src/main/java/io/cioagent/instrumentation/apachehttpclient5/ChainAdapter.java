package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;

/**
 * The application asks: the first element of the chain is entered on its thread, the others, and
 * all again for each retry, on whichever.
 */
public final class ChainAdapter extends Adapter {

  public ChainAdapter(Observer observer) {
    super(observer, "apachehttpclient5");
  }

  @Override
  public Object enter(Object element, Object request, Object given) {
    AsyncExecChain.Scope scope = (AsyncExecChain.Scope) given;
    HttpHost target = scope.route.getTargetHost();
    if (!Requests.leadToCustomerIo(observer(), scope.originalRequest, target)
        || AsyncCall.known(scope.cancellableDependency) != null) {
      return null;
    }
    AsyncCall call =
        AsyncCall.begin(observer(), (HttpRequest) request, target, scope.clientContext);
    call.standsFor(scope.cancellableDependency);
    return call;
  }

  @Override
  public void exit(Object call, Object unused, Throwable thrown) {
    if (thrown != null) {
      ((AsyncCall) call).failed(thrown);
    }
  }
}
