package io.cioagent.instrumentation.apachehttpclient4;

import io.cioagent.core.call.Exchange;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.client.methods.HttpUriRequest;

/** A request that a client works on, on this thread; another may be made beneath it. */
final class ClientRequest {
  private static final ThreadLocal<ClientRequest> CURRENT = new ThreadLocal<>();

  /** Spares applications that send nothing to Customer.io by this library the look-ups. */
  private static volatile boolean used;

  /** Null for a request to another host, beneath one to Customer.io. */
  final Exchange exchange;

  private final HttpHost target;
  private final HttpRequest request;
  private final ClientRequest before;

  /** A proxy refuses to open the tunnel: its answer is what the application gets. */
  private boolean tunnelRefused;

  private ClientRequest(
      Exchange exchange, HttpHost target, HttpRequest request, ClientRequest before) {
    this.exchange = exchange;
    this.target = target;
    this.request = request;
    this.before = before;
  }

  /** Null where no client works on this thread, or none that leads to Customer.io. */
  static ClientRequest current() {
    return used ? CURRENT.get() : null;
  }

  /** The client of this thread works on a request to Customer.io. */
  static ClientRequest begin(Exchange exchange, HttpHost target, HttpRequest request) {
    used = true;
    return makeCurrent(new ClientRequest(exchange, target, request, CURRENT.get()));
  }

  /**
   * The client of this thread works on a request to another host: its exchanges are not those of
   * the request to Customer.io above, if there is one.
   *
   * @return null where there is none
   */
  static ClientRequest beginElsewhere() {
    ClientRequest above = current();
    return above == null ? null : makeCurrent(new ClientRequest(null, null, null, above));
  }

  private static ClientRequest makeCurrent(ClientRequest request) {
    CURRENT.set(request);
    return request;
  }

  void leave() {
    if (before == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(before);
    }
  }

  void refuseTunnel() {
    tunnelRefused = true;
  }

  void end(int status, Throwable error) {
    if (exchange.isUntried() && (error instanceof IOException || tunnelRefused)) {
      // No connection: nothing to write to. An answer without an exchange comes from a cache.
      RequestLine.attempt(exchange, request, target);
    }
    exchange.end(status, error != null && isAborted() ? cancelled(error) : error);
  }

  /** An aborted request fails with any exception that its closed socket throws. */
  private boolean isAborted() {
    return request instanceof HttpUriRequest && ((HttpUriRequest) request).isAborted();
  }

  private static CancellationException cancelled(Throwable error) {
    CancellationException cancelled = new CancellationException("Request aborted");
    cancelled.setStackTrace(error.getStackTrace());
    return cancelled;
  }
}
