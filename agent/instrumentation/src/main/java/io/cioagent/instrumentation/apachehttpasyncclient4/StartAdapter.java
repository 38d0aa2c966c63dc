package io.cioagent.instrumentation.apachehttpasyncclient4;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.protocol.HttpContext;

/** A request asks for a connection, on behalf of what asked for the request. */
public final class StartAdapter extends Adapter {
  private static final String TARGET_HOST = "http.target_host";
  private static final String REQUEST = "http.request";

  public StartAdapter(Observer observer) {
    super(observer, "apachehttpasyncclient4");
  }

  @Override
  public Object enter(Object handler, Object context, Object unused) {
    Object host = ((HttpContext) context).getAttribute(TARGET_HOST);
    if (!(host instanceof HttpHost)) {
      return null;
    }
    HttpHost target = (HttpHost) host;
    AsyncRequest known = AsyncRequest.of(handler);
    if (known == null
        && (!observer().hosts().contains(target.getHostName(), target.getPort())
            || servesSeveral(handler))) {
      return null;
    }
    if (known == null) {
      Exchange exchange = observer().startExchange();
      exchange.begin();
      known = AsyncRequest.start(handler, exchange);
    }
    Object request = ((HttpContext) context).getAttribute(REQUEST);
    known.leadsTo(target, request instanceof HttpRequest ? (HttpRequest) request : null);
    return null;
  }

  /** Pipelined requests share one handler and one result: they are not observed. */
  private static boolean servesSeveral(Object handler) {
    return handler.getClass().getSimpleName().startsWith("Pipelining");
  }
}
