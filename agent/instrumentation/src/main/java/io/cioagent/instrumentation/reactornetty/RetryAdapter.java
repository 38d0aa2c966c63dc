package io.cioagent.instrumentation.reactornetty;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** An attempt failed, was redirected or refused: the application gets that, or another follows. */
public final class RetryAdapter extends Adapter {

  public RetryAdapter(Observer observer) {
    super(observer, "reactornetty");
  }

  /** Another attempt follows, whose method is not known yet. */
  private static final class Again {
    final Subscribed subscribed;
    final Throwable why;
    final Object endpoint;

    Again(Subscribed subscribed, Throwable why, Object endpoint) {
      this.subscribed = subscribed;
      this.why = why;
      this.endpoint = endpoint;
    }
  }

  @Override
  public Object enter(Object handler, Object failure, Object endpoint) {
    Subscribed subscribed = Subscriptions.find(handler);
    if (subscribed == null) {
      if (endpoint != null && Target.leadsToCustomerIo(observer().hosts(), endpoint)) {
        // A redirect from another host leads here.
        return new Again(Subscriptions.begin(observer(), handler, null), null, endpoint);
      }
      return null;
    }
    if (endpoint != null) {
      return new Again(subscribed, (Throwable) failure, endpoint);
    }
    subscribed.failed((Throwable) failure);
    return null;
  }

  @Override
  public void exit(Object scope, Object method, Throwable thrown) {
    Again again = (Again) scope;
    again.subscribed.again(again.why, Target.of(method, again.endpoint));
  }
}
