package io.cioagent.instrumentation.tomcat;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import org.apache.coyote.Request;

/** An asynchronous request hears something: at last that it is complete. */
public final class DispatchAdapter extends Adapter {

  public DispatchAdapter(Observer observer) {
    super(observer, "tomcat");
  }

  @Override
  public Object enter(Object request, Object unused, Object unusedToo) {
    observer().traces().requests().begin(request, Live.HEADERS);
    return Live.WEBHOOKS.get(request) == null ? null : request;
  }

  @Override
  public void exit(Object scope, Object success, Throwable thrown) {
    Request request = (Request) scope;
    if (thrown != null || Boolean.FALSE.equals(success) || !Live.isAsync(request)) {
      Live.end(request);
    }
  }
}
