package io.cioagent.instrumentation.okhttp;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import okhttp3.Call;
import okhttp3.Response;

/** A call runs: what comes out of it is what the application gets. */
public final class CallAdapter extends Adapter {

  public CallAdapter(Observer observer) {
    super(observer, "okhttp");
  }

  /** One call of the application. */
  private static final class Running {
    final Call call;
    final Exchange exchange;
    final Exchange before;

    Running(Call call, Exchange exchange) {
      this.call = call;
      this.exchange = exchange;
      this.before = Calls.RUNNING.get();
    }
  }

  @Override
  public Object enter(Object made, Object unused, Object unusedToo) {
    Call call = (Call) made;
    if (!Calls.leadsToCustomerIo(observer(), call)) {
      return null;
    }
    Exchange exchange = Calls.ENQUEUED.remove(call);
    if (exchange == null) {
      exchange = observer().startExchange();
      exchange.begin();
    }
    Running running = new Running(call, exchange);
    Calls.RUNNING.set(exchange);
    return running;
  }

  @Override
  public void exit(Object scope, Object response, Throwable thrown) {
    Running running = (Running) scope;
    if (running.before == null) {
      Calls.RUNNING.remove();
    } else {
      Calls.RUNNING.set(running.before);
    }
    if (thrown != null && running.exchange.isUntried()) {
      // No connection: the client gave up before there was anything to write to.
      Calls.attempt(running.exchange, running.call.request());
    }
    running.exchange.end(response == null ? 0 : ((Response) response).code(), thrown);
  }
}
