package io.cioagent.instrumentation.reactornetty;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import java.io.EOFException;
import reactor.netty.ConnectionObserver;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.http.client.HttpClientState;

/** An answer begins, is complete, or its connection goes before it is. */
public final class StateAdapter extends Adapter {

  public StateAdapter(Observer observer) {
    super(observer, "reactornetty");
  }

  @Override
  public Object enter(Object attemptObserver, Object connection, Object state) {
    Subscribed subscribed = Subscriptions.find(attemptObserver);
    if (subscribed == null) {
      return null;
    }
    if (state == HttpClientState.RESPONSE_RECEIVED) {
      Bodies.bind(
          connection, subscribed.answered(((HttpClientResponse) connection).status().code()));
    } else if (state == HttpClientState.RESPONSE_COMPLETED) {
      subscribed.afterHead(null);
    } else if (state == HttpClientState.RESPONSE_INCOMPLETE) {
      subscribed.afterHead(new EOFException("connection closed during the response"));
    } else if (state == ConnectionObserver.State.DISCONNECTING) {
      subscribed.afterHead(null);
    }
    return null;
  }
}
