package io.cioagent.instrumentation.okhttp;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import okhttp3.Call;
import okhttp3.Response;

/** A call runs: what comes out of it is what the application gets. */
public class CallAdapter extends Adapter {

  public CallAdapter(Observer observer) {
    super(observer, "okhttp");
  }

  /** One call of the application; to Customer.io, or made beneath one that is. */
  private static final class Running {
    final Call call;
    final Exchange before;
    final boolean observed;

    Running(Call call, Exchange before, boolean observed) {
      this.call = call;
      this.before = before;
      this.observed = observed;
    }
  }

  @Override
  public final Object enter(Object made, Object unused, Object unusedToo) {
    Call call = (Call) made;
    boolean observed = Calls.leadsToCustomerIo(observer(), call);
    if (Calls.CHAIN_KNOWS_CALL) {
      if (!observed) {
        return null;
      }
      exchangeOf(call);
      return new Running(call, null, true);
    }
    Exchange before = Calls.RUNNING.get();
    if (!observed && before == null) {
      return null;
    }
    // An interceptor of one call may make another one, to whatever host.
    makeCurrent(observed ? exchangeOf(call) : null);
    return new Running(call, before, observed);
  }

  @Override
  public final void exit(Object scope, Object response, Throwable thrown) {
    Running running = (Running) scope;
    if (!Calls.CHAIN_KNOWS_CALL) {
      makeCurrent(running.before);
    }
    if (!running.observed) {
      return;
    }
    if (thrown == null) {
      Calls.answered(running.call, (Response) response);
    } else {
      failed(running.call, thrown);
    }
  }

  void failed(Call call, Throwable thrown) {
    Calls.failed(call, thrown);
  }

  /** Enqueued calls have one already. */
  private Exchange exchangeOf(Call call) {
    Exchange exchange = Calls.LIVE.get(call);
    return exchange == null ? Calls.begin(observer(), call) : exchange;
  }

  private static void makeCurrent(Exchange exchange) {
    if (exchange == null) {
      Calls.RUNNING.remove();
    } else {
      Calls.RUNNING.set(exchange);
    }
  }
}
