package io.cioagent.instrumentation.vertxclient;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.vertx.core.Future;
import io.vertx.core.Promise;

/** The application asks for a request, which the client makes once it has a connection. */
public class RequestAdapter extends Adapter {

  public RequestAdapter(Observer observer) {
    super(observer, "vertxclient");
  }

  /** The port, which is a number, follows at the exit. */
  @Override
  public Object enter(Object client, Object host, Object unused) {
    return observer().hosts().knowsName((String) host) ? observer().startExchange() : null;
  }

  @Override
  public final void exit(Object scope, Object told, Throwable thrown) {
    Object[] facts = (Object[]) told;
    Exchange exchange = (Exchange) scope;
    String host = hostOf(facts);
    int port = portOf(facts);
    if (observer().hosts().contains(host, port)) {
      String method = facts[0].toString();
      String scheme = Boolean.TRUE.equals(facts[3]) ? "https" : "http";
      String path = (String) facts[4];
      futureOf(facts[5])
          .onFailure(
              failure -> {
                exchange.attempt(method, scheme, host, port, path);
                exchange.end(0, failure);
              });
    }
  }

  String hostOf(Object[] facts) {
    return (String) facts[1];
  }

  int portOf(Object[] facts) {
    return (Integer) facts[2];
  }

  Future<?> futureOf(Object last) {
    return ((Promise<?>) last).future();
  }
}
