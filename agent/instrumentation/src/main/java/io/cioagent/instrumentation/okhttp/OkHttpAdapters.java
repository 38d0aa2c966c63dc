package io.cioagent.instrumentation.okhttp;

import io.cioagent.core.call.Exchange;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.EventAdapter;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** OkHttp's objects as facts about the calls that are under way. */
final class OkHttpAdapters {
  private OkHttpAdapters() {}

  /** The application enqueues a call, which is under way from now on. */
  public static final class Enqueue extends AroundAdapter.One<Call, Call, Void> {
    @Override
    protected Call begin(Call call) {
      return Calls.enqueue(observer(), call) ? call : null;
    }

    @Override
    protected void end(Call call, Void result, Throwable thrown) {
      if (thrown != null) {
        // Up to 3.11, the dispatcher's executor refuses a call right here.
        Calls.failed(call, thrown);
      }
    }
  }

  /** In 3.12 and 3.13 only the callback learns that the dispatcher's executor refused a call. */
  public static final class LateTimeoutEnqueue
      extends AroundAdapter.Two<Call, OkHttpClient, LateTimeoutEnqueue.Enqueued, Void> {

    /** A call that is being enqueued. */
    static final class Enqueued {
      final Call call;
      final OkHttpClient client;

      Enqueued(Call call, OkHttpClient client) {
        this.call = call;
        this.client = client;
      }
    }

    @Override
    protected Enqueued begin(Call call, OkHttpClient client) {
      return Calls.enqueue(observer(), call) ? new Enqueued(call, client) : null;
    }

    @Override
    protected void end(Enqueued enqueued, Void result, Throwable thrown) {
      Call call = enqueued.call;
      if (thrown != null) {
        Calls.failed(call, thrown);
        return;
      }
      Dispatcher dispatcher = enqueued.client.dispatcher();
      // In this order, as a call goes from one to the other. A call that is over has no exchange.
      if (!dispatcher.queuedCalls().contains(call) && !dispatcher.runningCalls().contains(call)) {
        Calls.failed(call, new RejectedExecutionException("executor rejected"));
      }
    }
  }

  /** All interceptors of a call run, on whichever thread; the application gets what they return. */
  public static class Run extends AroundAdapter.One<Call, Run.Running, Response> {

    /** One call of the application; to Customer.io, or made beneath one that is. */
    static final class Running {
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
    protected final Running begin(Call call) {
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
      // An interceptor of one call may make another one, to any host.
      makeCurrent(observed ? exchangeOf(call) : null);
      return new Running(call, before, observed);
    }

    @Override
    protected final void end(Running running, Response response, Throwable thrown) {
      if (!Calls.CHAIN_KNOWS_CALL) {
        makeCurrent(running.before);
      }
      if (!running.observed) {
        return;
      }
      if (thrown == null) {
        Calls.answered(running.call, response);
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

  /** In 3.12 and 3.13 the timeout of the whole call replaces this exception by its own. */
  public static final class LateTimeoutRun extends Run {
    @Override
    void failed(Call call, Throwable thrown) {
      if (!(thrown instanceof IOException)) {
        super.failed(call, thrown);
      }
    }
  }

  /**
   * The exception that the application gets is decided, maybe without the call ever having run: the
   * dispatcher's executor may refuse it.
   */
  public static final class Failure
      extends AroundAdapter.Two<Call, IOException, Call, IOException> {
    @Override
    protected Call begin(Call call, IOException thrown) {
      return thrown == null ? null : call;
    }

    @Override
    protected void end(Call call, IOException decided, Throwable thrown) {
      Calls.failed(call, decided);
    }
  }

  /** One exchange on the wire. */
  public static final class Wire
      extends AroundAdapter.Two<Interceptor, Interceptor.Chain, Exchange, Response> {
    @Override
    protected Exchange begin(Interceptor interceptor, Interceptor.Chain chain) {
      Exchange exchange = Calls.of(observer(), chain);
      if (exchange != null) {
        Calls.attempt(exchange, chain.request());
        return exchange;
      }
      return Calls.isLedIn(observer(), chain) ? Calls.ledIn(observer(), chain.request()) : null;
    }

    @Override
    protected void end(Exchange exchange, Response response, Throwable thrown) {
      if (thrown == null) {
        Sources.answered(exchange, response);
      } else {
        exchange.failed(thrown);
      }
      exchange.endIfLedIn(thrown);
    }
  }

  /** One exchange on the wire, unless the cache has answered; in 3.0 to 3.3. */
  public static final class EngineWire
      extends AroundAdapter.Two<Request, Response, Exchange, Void> {
    @Override
    protected Exchange begin(Request request, Response cached) {
      if (cached != null) {
        return null;
      }
      Exchange exchange = Calls.RUNNING.get();
      if (exchange != null) {
        Calls.attempt(exchange, request);
        return exchange;
      }
      if (!Calls.leadsToCustomerIo(observer(), request)) {
        return null;
      }
      Exchange ledIn = Calls.ledIn(observer(), request);
      // For the answer, which comes on the same thread.
      Calls.RUNNING.set(ledIn);
      return ledIn;
    }

    @Override
    protected void end(Exchange exchange, Void result, Throwable thrown) {
      if (exchange.isLedIn()) {
        Calls.RUNNING.remove();
        exchange.endIfLedIn(thrown);
      } else if (thrown != null) {
        exchange.failed(thrown);
      }
    }
  }

  /** An answer from the wire, beneath what interceptors and a cache make of it; in 3.0 to 3.3. */
  public static final class EngineAnswer extends EventAdapter.Two<Object, Response> {
    @Override
    protected void on(Object engine, Response response) {
      Exchange exchange = Calls.RUNNING.get();
      if (exchange != null) {
        Sources.answered(exchange, response);
      }
    }
  }
}
