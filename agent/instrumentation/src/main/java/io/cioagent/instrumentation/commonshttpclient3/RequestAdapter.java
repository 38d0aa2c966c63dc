package io.cioagent.instrumentation.commonshttpclient3;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import java.io.IOException;
import org.apache.commons.httpclient.HostConfiguration;
import org.apache.commons.httpclient.HttpMethod;
import org.apache.commons.httpclient.protocol.Protocol;

/** The client executes a method: what the method holds afterwards is what the application gets. */
public final class RequestAdapter extends Adapter {

  public RequestAdapter(Observer observer) {
    super(observer, "commonshttpclient3");
  }

  /** One method of the application, and where it leads before any redirect. */
  private static final class Executing {
    final HttpMethod method;
    final Exchange exchange;
    final Protocol protocol;
    final String host;
    final int port;

    Executing(HttpMethod method, Exchange exchange, HostConfiguration target) {
      this.method = method;
      this.exchange = exchange;
      protocol = target.getProtocol();
      host = target.getHost();
      port = target.getPort();
    }
  }

  @Override
  public Object enter(Object director, Object hostConfiguration, Object executed) {
    HostConfiguration target = (HostConfiguration) hostConfiguration;
    if (!observer().hosts().contains(target.getHost(), target.getPort())) {
      return null;
    }
    HttpMethod method = (HttpMethod) executed;
    if (Methods.isConnect(method)) {
      return null;
    }
    Exchange exchange = observer().startExchange();
    exchange.begin();
    Methods.EXECUTING.put(method, exchange);
    return new Executing(method, exchange, target);
  }

  @Override
  public void exit(Object scope, Object unused, Throwable thrown) {
    Executing executing = (Executing) scope;
    Methods.EXECUTING.remove(executing.method);
    if (executing.exchange.isUntried() && (thrown == null || thrown instanceof IOException)) {
      // No connection, or a proxy that would not open a tunnel and gave the answer.
      Methods.attempt(
          executing.exchange, executing.method, executing.protocol, executing.host, executing.port);
    }
    // The line of a method that is used again may still be the last answer's.
    executing.exchange.end(
        thrown == null ? Methods.status(executing.method) : 0,
        Methods.errorOf(executing.method, thrown));
  }
}
