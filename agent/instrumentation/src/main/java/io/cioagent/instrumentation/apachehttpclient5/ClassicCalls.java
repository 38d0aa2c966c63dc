package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.core.observe.Exchange;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;

/** The application's classic calls to Customer.io that are under way. */
final class ClassicCalls {
  /** How many there are: spares other hosts, while there are none, the look at the thread. */
  private static final AtomicInteger OPEN = new AtomicInteger();

  private static final ThreadLocal<Running> RUNNING = new ThreadLocal<>();

  private ClassicCalls() {}

  /** What a thread of the application is about; another call may be made beneath. */
  static final class Running {
    /** Null for a call to another host, which hides the one to Customer.io that it is part of. */
    final Exchange exchange;

    final HttpRequest request;
    final HttpHost target;
    private final Running before;

    /** Whether a proxy was asked for a tunnel. */
    boolean tunnelled;

    private Running(Exchange exchange, HttpRequest request, HttpHost target, Running before) {
      this.exchange = exchange;
      this.request = request;
      this.target = target;
      this.before = before;
    }

    void end() {
      if (before == null) {
        RUNNING.remove();
      } else {
        RUNNING.set(before);
      }
      if (exchange != null) {
        OPEN.decrementAndGet();
      }
    }
  }

  static Running begin(Exchange exchange, HttpRequest request, HttpHost target) {
    Running running = new Running(exchange, request, target, RUNNING.get());
    RUNNING.set(running);
    OPEN.incrementAndGet();
    return running;
  }

  /** Another host is called: null where that is not beneath a call to Customer.io. */
  static Running beginOther() {
    Running before = OPEN.get() == 0 ? null : RUNNING.get();
    if (before == null) {
      return null;
    }
    Running running = new Running(null, null, null, before);
    RUNNING.set(running);
    return running;
  }

  /** What this thread works for, null for nothing of ours. */
  static Running current() {
    Running running = OPEN.get() == 0 ? null : RUNNING.get();
    return running == null || running.exchange == null ? null : running;
  }
}
