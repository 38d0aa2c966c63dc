package io.cioagent.instrumentation.asynchttpclient;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import org.asynchttpclient.Request;
import org.asynchttpclient.netty.NettyResponseFuture;
import org.asynchttpclient.uri.Uri;

/** The library fails a request: without a connection nothing else hears of it. */
public final class AbortAdapter extends Adapter {

  public AbortAdapter(Observer observer) {
    super(observer, "asynchttpclient");
  }

  @Override
  public Object enter(Object future, Object failure, Object unused) {
    Exchange exchange = Submitted.remove(future);
    if (exchange != null) {
      Request request = ((NettyResponseFuture<?>) future).getCurrentRequest();
      Uri uri = request.getUri();
      String query = uri.getQuery();
      exchange.attempt(
          request.getMethod(),
          uri.getScheme(),
          uri.getHost(),
          uri.getPort(),
          query == null ? uri.getPath() : uri.getPath() + '?' + query);
      exchange.end(0, (Throwable) failure);
    }
    return null;
  }
}
