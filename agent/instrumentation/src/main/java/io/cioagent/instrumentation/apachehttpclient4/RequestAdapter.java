package io.cioagent.instrumentation.apachehttpclient4;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;

/** A client sends a request: what comes out of it is what the application gets. */
public final class RequestAdapter extends Adapter {
  /** Where old clients look for the host of a relative URI. */
  private static final String DEFAULT_HOST = "http.default-host";

  public RequestAdapter(Observer observer) {
    super(observer, "apachehttpclient4");
  }

  @Override
  public Object enter(Object client, Object given, Object request) {
    HttpHost target = given == null ? defaultHost((HttpRequest) request) : (HttpHost) given;
    if (target == null || !observer().hosts().contains(target.getHostName(), target.getPort())) {
      return Running.beginElsewhere();
    }
    Exchange exchange = observer().startExchange();
    exchange.begin();
    return Running.begin(exchange, target, (HttpRequest) request);
  }

  @SuppressWarnings("deprecation") // by the newer versions; the older ones have nothing else
  private static HttpHost defaultHost(HttpRequest request) {
    Object host = request == null ? null : request.getParams().getParameter(DEFAULT_HOST);
    return host instanceof HttpHost ? (HttpHost) host : null;
  }

  @Override
  public void exit(Object scope, Object response, Throwable thrown) {
    Running running = (Running) scope;
    running.leave();
    if (running.exchange != null) {
      running.end(
          response == null ? 0 : ((HttpResponse) response).getStatusLine().getStatusCode(), thrown);
    }
  }
}
