package io.cioagent.instrumentation.asynchttpclient;

import io.cioagent.core.call.Call;
import io.cioagent.core.call.CurrentCall;
import io.cioagent.core.call.Exchange;
import io.cioagent.core.call.ThreadScope;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.EventAdapter;
import io.cioagent.instrumentation.LibraryObjects;
import io.cioagent.instrumentation.RequestTarget;
import org.asynchttpclient.Request;
import org.asynchttpclient.netty.NettyResponseFuture;
import org.asynchttpclient.uri.Uri;
import org.jspecify.annotations.Nullable;

/** The future of a request, from its creation until the request is written. */
final class AsyncHttpClientAdapters {
  /** The requests to Customer.io that wait for a connection, by their future. */
  private static final LibraryObjects<Exchange> WAITING = new LibraryObjects<>();

  /** The call that created a future, to any host. */
  private static final LibraryObjects<Call> CALLS = new LibraryObjects<>();

  private AsyncHttpClientAdapters() {}

  /** The application submits a request, on this thread. */
  public static final class Submit extends EventAdapter.One<NettyResponseFuture<?>> {
    @Override
    protected void on(NettyResponseFuture<?> future) {
      Call call = observer().current();
      if (call != null) {
        CALLS.put(future, call);
      }
      Uri uri = future.getCurrentRequest().getUri();
      if (observer().hosts().contains(uri.getHost(), uri.getPort())) {
        WAITING.put(future, observer().startExchange());
      }
    }
  }

  /**
   * A request is written to its connection, perhaps not for the first time: on behalf of the call
   * that created its future.
   */
  public static final class Write
      extends AroundAdapter.One<NettyResponseFuture<?>, ThreadScope, Void> {
    @Override
    protected @Nullable ThreadScope begin(NettyResponseFuture<?> future) {
      stopWaiting(future);
      Call call = CALLS.get(future);
      return call == null ? null : CurrentCall.resume(call);
    }

    @Override
    protected void end(ThreadScope thread, @Nullable Void result, @Nullable Throwable thrown) {
      thread.leave();
    }
  }

  /**
   * A request has its answer. Otherwise its future would stay until the next collection; after a
   * failure it does, as another thread may be about to write the request.
   */
  public static final class Done extends EventAdapter.One<NettyResponseFuture<?>> {
    @Override
    protected void on(NettyResponseFuture<?> future) {
      CALLS.remove(future);
    }
  }

  /** The application cancels a request. */
  public static final class Cancel extends EventAdapter.One<NettyResponseFuture<?>> {
    @Override
    protected void on(NettyResponseFuture<?> future) {
      stopWaiting(future);
    }
  }

  /** The library fails a request; without a connection this is the only sign of it. */
  public static final class Abort extends EventAdapter.Two<NettyResponseFuture<?>, Throwable> {
    @Override
    protected void on(NettyResponseFuture<?> future, Throwable failure) {
      Exchange exchange = stopWaiting(future);
      if (exchange != null) {
        Request request = future.getCurrentRequest();
        Uri uri = request.getUri();
        exchange.attempt(
            request.getMethod(),
            uri.getScheme(),
            uri.getHost(),
            uri.getPort(),
            RequestTarget.of(uri.getPath(), uri.getQuery()));
        exchange.end(0, failure);
      }
    }
  }

  /** Null for a request that does not wait, or leads elsewhere. */
  private static @Nullable Exchange stopWaiting(NettyResponseFuture<?> future) {
    return WAITING.get(future) == null ? null : WAITING.remove(future);
  }
}
