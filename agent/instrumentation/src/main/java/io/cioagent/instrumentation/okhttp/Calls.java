package io.cioagent.instrumentation.okhttp;

import io.cioagent.core.call.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryObjects;
import io.cioagent.instrumentation.RequestTarget;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** The application's calls to Customer.io that are under way. */
final class Calls {
  /** From the moment that a call is enqueued or runs until the application gets its result. */
  static final LibraryObjects<Exchange> LIVE = new LibraryObjects<>();

  /** Whether an interceptor can get its call: since 3.9, on any thread. */
  static final boolean CHAIN_KNOWS_CALL = chainKnowsCall();

  /** For older copies: what this thread's interceptors work for. */
  static final ThreadLocal<Exchange> RUNNING = new ThreadLocal<>();

  private Calls() {}

  static boolean leadsToCustomerIo(Observer observer, Call call) {
    return leadsToCustomerIo(observer, call.request());
  }

  static boolean leadsToCustomerIo(Observer observer, Request request) {
    HttpUrl url = request.url();
    return observer.hosts().contains(url.host(), url.port());
  }

  /** Whether a redirect, or an interceptor, has led a call to another host to Customer.io. */
  static boolean isLedIn(Observer observer, Interceptor.Chain chain) {
    return leadsToCustomerIo(observer, chain.request())
        && !(CHAIN_KNOWS_CALL && leadsToCustomerIo(observer, chain.call()));
  }

  /** Whether the application enqueues a call to Customer.io, which is then under way. */
  static boolean enqueue(Observer observer, Call call) {
    // A call that was executed before is about to be refused, and may still be under way.
    if (!leadsToCustomerIo(observer, call) || call.isExecuted()) {
      return false;
    }
    begin(observer, call);
    return true;
  }

  /** A redirect, or an interceptor, has led a call to another host to Customer.io. */
  static Exchange ledIn(Observer observer, Request request) {
    Exchange exchange = observer.startLedInExchange();
    attempt(exchange, request);
    return exchange;
  }

  /** The application starts a call to Customer.io. */
  static Exchange begin(Observer observer, Call call) {
    Exchange exchange = observer.startExchange();
    exchange.begin();
    LIVE.put(call, exchange);
    return exchange;
  }

  /** The exchange of the call that an interceptor works for, null where it is not ours. */
  static Exchange of(Observer observer, Interceptor.Chain chain) {
    if (!CHAIN_KNOWS_CALL) {
      return RUNNING.get();
    }
    // The original request stays the same through redirects, so it is enough for other hosts.
    Call call = chain.call();
    return leadsToCustomerIo(observer, call) ? LIVE.get(call) : null;
  }

  /** An exchange on the wire begins. */
  static void attempt(Exchange exchange, Request request) {
    HttpUrl url = request.url();
    exchange.attempt(
        request.method(),
        url.scheme(),
        url.host(),
        url.port(),
        RequestTarget.of(url.encodedPath(), url.encodedQuery()));
  }

  /** The application gets an answer. */
  static void answered(Call call, Response response) {
    Exchange exchange = LIVE.remove(call);
    if (exchange != null) {
      exchange.end(response == null ? 0 : response.code(), null);
    }
  }

  /** The application gets an exception. */
  static void failed(Call call, Throwable thrown) {
    Exchange exchange = LIVE.remove(call);
    if (exchange == null) {
      return;
    }
    Throwable error = isCancelled(call, thrown) ? cancelled(thrown) : thrown;
    if (exchange.isUntried()
        && (thrown instanceof IOException || thrown instanceof RejectedExecutionException)) {
      // No connection: the client gave up before there was anything to write to.
      attempt(exchange, call.request());
    }
    exchange.end(0, error);
  }

  /** A cancelled call fails in many ways, as its socket is closed; a time-out cancels it too. */
  private static boolean isCancelled(Call call, Throwable thrown) {
    return call.isCanceled()
        && thrown instanceof IOException
        && !(thrown instanceof InterruptedIOException);
  }

  private static CancellationException cancelled(Throwable thrown) {
    CancellationException cancelled = new CancellationException(thrown.getMessage());
    cancelled.initCause(thrown);
    return cancelled;
  }

  private static boolean chainKnowsCall() {
    try {
      Interceptor.Chain.class.getMethod("call");
      return true;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }
}
