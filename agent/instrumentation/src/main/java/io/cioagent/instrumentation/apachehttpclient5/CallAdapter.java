package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import java.util.concurrent.CancellationException;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;

/** A classic client runs a request: what comes out of it is what the application gets. */
public final class CallAdapter extends Adapter {

  public CallAdapter(Observer observer) {
    super(observer, "apachehttpclient5");
  }

  @Override
  public Object enter(Object client, Object givenTarget, Object givenRequest) {
    HttpRequest request = (HttpRequest) givenRequest;
    if (request == null) {
      return null;
    }
    HttpHost target = (HttpHost) givenTarget;
    if (!Requests.leadToCustomerIo(observer(), request, target)) {
      return ClassicCalls.beginOther();
    }
    Exchange exchange = observer().startExchange();
    exchange.begin();
    return ClassicCalls.begin(exchange, request, target);
  }

  @Override
  public void exit(Object scope, Object response, Throwable thrown) {
    ClassicCalls.Running running = (ClassicCalls.Running) scope;
    running.end();
    Exchange exchange = running.exchange;
    if (exchange == null) {
      return;
    }
    if (exchange.isUntried() && (thrown != null || running.tunnelled)) {
      // No connection, or the proxy's answer to its being asked for one. Else it was a cache's.
      Requests.attempt(exchange, running.request, running.target);
    }
    exchange.end(
        response == null ? 0 : ((HttpResponse) response).getCode(),
        withReason(thrown, running.request));
  }

  /** A request that is cancelled loses its connection, and fails as if the peer had closed it. */
  private static Throwable withReason(Throwable thrown, HttpRequest request) {
    if (thrown == null
        || !(request instanceof CancellableDependency)
        || !((CancellableDependency) request).isCancelled()) {
      return thrown;
    }
    // Without its cause, which may say that it took too long.
    return new CancellationException(thrown.toString());
  }
}
