package io.cioagent.instrumentation.vertxclient;

import io.cioagent.core.call.Exchange;
import io.cioagent.instrumentation.AroundAdapter;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.net.HostAndPort;

/** The application creates a request, which the client sends once it has a connection. */
final class VertxClientAdapters {
  private VertxClientAdapters() {}

  /** Vert.x 5, which returns the future of the request. */
  public static final class Request5
      extends AroundAdapter.Two<Object, HostAndPort, Exchange, Object[]> {
    @Override
    protected Exchange begin(Object client, HostAndPort target) {
      return observer().hosts().contains(target.host(), target.port())
          ? observer().startExchange()
          : null;
    }

    /**
     * @param facts method, TLS, authority, path and future
     */
    @Override
    protected void end(Exchange exchange, Object[] facts, Throwable thrown) {
      HostAndPort target = (HostAndPort) facts[2];
      endOnFailure(
          (Future<?>) facts[4],
          exchange,
          facts[0].toString(),
          (Boolean) facts[1],
          target.host(),
          target.port(),
          (String) facts[3]);
    }
  }

  /** Vert.x 4. */
  public static final class Request4 extends AroundAdapter.Two<Object, String, Exchange, Object[]> {

    /** The port, which is a number, follows at the end. */
    @Override
    protected Exchange begin(Object client, String host) {
      return observer().hosts().containsName(host) ? observer().startExchange() : null;
    }

    /**
     * @param facts method, TLS or null, host, port, path and promise
     */
    @Override
    protected void end(Exchange exchange, Object[] facts, Throwable thrown) {
      String host = (String) facts[2];
      int port = (Integer) facts[3];
      if (observer().hosts().contains(host, port)) {
        endOnFailure(
            ((Promise<?>) facts[5]).future(),
            exchange,
            facts[0].toString(),
            Boolean.TRUE.equals(facts[1]),
            host,
            port,
            (String) facts[4]);
      }
    }
  }

  /** Without a connection, nothing but the future knows that a request fails. */
  private static void endOnFailure(
      Future<?> future,
      Exchange exchange,
      String method,
      boolean tls,
      String host,
      int port,
      String path) {
    future.onFailure(
        failure -> {
          exchange.attempt(method, tls ? "https" : "http", host, port, path);
          exchange.end(0, failure);
        });
  }
}
