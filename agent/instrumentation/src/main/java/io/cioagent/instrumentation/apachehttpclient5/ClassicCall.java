package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.core.call.Exchange;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;

/** A call that a classic client runs on this thread; another may be made beneath it. */
final class ClassicCall {
  /** How many there are: spares other hosts, while there are none, the look at the thread. */
  private static final AtomicInteger OPEN = new AtomicInteger();

  private static final ThreadLocal<ClassicCall> CURRENT = new ThreadLocal<>();

  /** Null for a call to another host, which hides the one to Customer.io that it is part of. */
  final Exchange exchange;

  final HttpRequest request;
  final HttpHost target;
  private final ClassicCall before;

  /** Whether a tunnel through a proxy is requested. */
  boolean tunnelled;

  private ClassicCall(Exchange exchange, HttpRequest request, HttpHost target, ClassicCall before) {
    this.exchange = exchange;
    this.request = request;
    this.target = target;
    this.before = before;
  }

  static ClassicCall begin(Exchange exchange, HttpRequest request, HttpHost target) {
    ClassicCall call = new ClassicCall(exchange, request, target, CURRENT.get());
    CURRENT.set(call);
    OPEN.incrementAndGet();
    return call;
  }

  /** Another host is called: null where that is not beneath a call to Customer.io. */
  static ClassicCall beginOther() {
    ClassicCall before = OPEN.get() == 0 ? null : CURRENT.get();
    if (before == null) {
      return null;
    }
    ClassicCall call = new ClassicCall(null, null, null, before);
    CURRENT.set(call);
    return call;
  }

  /** The call to Customer.io that this thread works for, null for none. */
  static ClassicCall current() {
    ClassicCall call = OPEN.get() == 0 ? null : CURRENT.get();
    return call == null || call.exchange == null ? null : call;
  }

  void leave() {
    if (before == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(before);
    }
    if (exchange != null) {
      OPEN.decrementAndGet();
    }
  }
}
