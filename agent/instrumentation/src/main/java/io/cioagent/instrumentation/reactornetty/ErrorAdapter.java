package io.cioagent.instrumentation.reactornetty;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import reactor.netty.http.client.HttpClientResponse;

/** An attempt ends in an error, which a redirect is too: that one has a status of its own. */
public final class ErrorAdapter extends Adapter {

  public ErrorAdapter(Observer observer) {
    super(observer, "reactornetty");
  }

  @Override
  public Object enter(Object attemptObserver, Object connection, Object error) {
    Subscribed subscribed = Subscriptions.find(attemptObserver);
    if (subscribed != null && connection instanceof HttpClientResponse) {
      int status = statusOf((HttpClientResponse) connection);
      if (status > 0) {
        subscribed.answered(status);
      }
    }
    return null;
  }

  private static int statusOf(HttpClientResponse response) {
    try {
      return response.status().code();
    } catch (IllegalStateException e) {
      // So it says that there was no answer.
      return 0;
    }
  }
}
