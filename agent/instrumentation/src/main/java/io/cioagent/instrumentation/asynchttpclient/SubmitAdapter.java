package io.cioagent.instrumentation.asynchttpclient;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import org.asynchttpclient.netty.NettyResponseFuture;
import org.asynchttpclient.uri.Uri;

/** The application submits a request, on the thread that asks. */
public final class SubmitAdapter extends Adapter {

  public SubmitAdapter(Observer observer) {
    super(observer, "asynchttpclient");
  }

  @Override
  public Object enter(Object future, Object unused, Object unusedToo) {
    Uri uri = ((NettyResponseFuture<?>) future).getCurrentRequest().getUri();
    if (observer().hosts().contains(uri.getHost(), uri.getPort())) {
      Submitted.add(future, observer().startExchange());
    }
    return null;
  }
}
