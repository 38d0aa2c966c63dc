package io.cioagent.instrumentation.okhttp;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LiveExchanges;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** The application's calls to Customer.io that are under way. */
final class Calls {
  /** Calls that were enqueued, until a thread of the client runs them. */
  static final LiveExchanges ENQUEUED = new LiveExchanges();

  /** What this thread's interceptors work for; another call may be made beneath. */
  static final ThreadLocal<Exchange> RUNNING = new ThreadLocal<>();

  private Calls() {}

  static boolean leadsToCustomerIo(Observer observer, Call call) {
    HttpUrl url = call.request().url();
    return observer.hosts().contains(url.host(), url.port());
  }

  /** An exchange on the wire begins. */
  static void attempt(Exchange exchange, Request request) {
    HttpUrl url = request.url();
    String query = url.encodedQuery();
    exchange.attempt(
        request.method(),
        url.scheme(),
        url.host(),
        url.port(),
        query == null ? url.encodedPath() : url.encodedPath() + '?' + query);
  }
}
