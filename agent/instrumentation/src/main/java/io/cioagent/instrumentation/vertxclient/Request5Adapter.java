package io.cioagent.instrumentation.vertxclient;

import io.cioagent.core.observe.Observer;
import io.vertx.core.Future;
import io.vertx.core.net.HostAndPort;

/** As {@link RequestAdapter} in Vert.x 5. */
public final class Request5Adapter extends RequestAdapter {

  public Request5Adapter(Observer observer) {
    super(observer);
  }

  @Override
  public Object enter(Object client, Object authority, Object unused) {
    HostAndPort target = (HostAndPort) authority;
    return observer().hosts().contains(target.host(), target.port())
        ? observer().startExchange()
        : null;
  }

  @Override
  String hostOf(Object[] facts) {
    return ((HostAndPort) facts[1]).host();
  }

  @Override
  int portOf(Object[] facts) {
    return ((HostAndPort) facts[1]).port();
  }

  @Override
  Future<?> futureOf(Object last) {
    return (Future<?>) last;
  }
}
