package io.cioagent.instrumentation.apachehttpclient4;

import io.cioagent.core.observe.Exchange;
import java.io.IOException;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;

/** A request that a client works on, on this thread; another may be made beneath it. */
final class Running {
  private static final ThreadLocal<Running> CURRENT = new ThreadLocal<>();

  /** Spares applications that send nothing to Customer.io by this library the look-ups. */
  private static volatile boolean used;

  /** Null for a request to another host, beneath one to Customer.io. */
  final Exchange exchange;

  private final HttpHost target;
  private final HttpRequest request;
  private final Running before;

  /** A proxy would not open the tunnel: its answer is what the application gets. */
  private boolean tunnelRefused;

  private Running(Exchange exchange, HttpHost target, HttpRequest request, Running before) {
    this.exchange = exchange;
    this.target = target;
    this.request = request;
    this.before = before;
  }

  /** Null where no client works on this thread, or none that leads to Customer.io. */
  static Running current() {
    return used ? CURRENT.get() : null;
  }

  /** The client of this thread works on a request to Customer.io. */
  static Running begin(Exchange exchange, HttpHost target, HttpRequest request) {
    used = true;
    return begin(new Running(exchange, target, request, CURRENT.get()));
  }

  /**
   * The client of this thread works on a request to another host: its exchanges are not those of
   * the request to Customer.io above, if there is one.
   *
   * @return null where there is none
   */
  static Running beginElsewhere() {
    Running above = current();
    return above == null ? null : begin(new Running(null, null, null, above));
  }

  private static Running begin(Running running) {
    CURRENT.set(running);
    return running;
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
      // No connection: nothing to write to. An answer without an exchange came from a cache.
      RequestLine.attempt(exchange, request, target);
    }
    exchange.end(status, error == null ? null : Aborted.orElse(request, error));
  }
}
