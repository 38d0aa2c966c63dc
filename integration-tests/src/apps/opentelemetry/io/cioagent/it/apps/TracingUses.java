package io.cioagent.it.apps;

import io.cioagent.it.apps.customerio.CustomerIoClient;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import java.util.Collections;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends to Customer.io beneath spans of OpenTelemetry's API, with an SDK or without. */
@SuppressWarnings("try") // scopes are for closing
public final class TracingUses {

  private final String base;

  public TracingUses(String base) {
    this.base = base;
  }

  /** Puts an SDK behind the API, where one is on the class path. */
  public String configure() throws ReflectiveOperationException {
    return (String)
        Class.forName("io.cioagent.it.apps.ConfiguredSdk").getMethod("configure").invoke(null);
  }

  public int exchange() throws Exception {
    return Wire.call("PUT", base + "/api/v1/customers/5");
  }

  /** Wraps the storage of contexts, which only counts before anybody has used a context. */
  public String wrapsStorage() {
    AtomicInteger asked = new AtomicInteger();
    ContextStorage.addWrapper(
        storage -> {
          asked.incrementAndGet();
          return storage;
        });
    Context.current();
    return "wrapped " + asked;
  }

  /**
   * Beneath a span that came from elsewhere.
   *
   * @param parent trace, span and flags as in W3C Trace Context, parted by hyphens
   */
  public String exchangeBeneath(String parent) throws Exception {
    try (Scope scope = remote(parent).makeCurrent()) {
      return "" + exchange();
    }
  }

  public String identifyBeneath(String parent) {
    try (Scope scope = remote(parent).makeCurrent()) {
      new CustomerIoClient(base).identify("5", Collections.emptyMap());
      return "done";
    }
  }

  /** The context is handed to the thread that sends. */
  public String elsewhereBeneath(String parent) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      return ""
          + pool.submit(Context.root().with(remote(parent)).wrap(this::exchange))
              .get(10, TimeUnit.SECONDS);
    } finally {
      pool.shutdown();
    }
  }

  /** Beneath two spans of the application's own; returns the inner one. */
  public String exchangeInSpans() throws Exception {
    Span outer = GlobalOpenTelemetry.getTracer("shop").spanBuilder("outer").startSpan();
    try (Scope around = outer.makeCurrent()) {
      Span inner = GlobalOpenTelemetry.getTracer("shop").spanBuilder("inner").startSpan();
      try (Scope scope = inner.makeCurrent()) {
        exchange();
        return inner.getSpanContext().getTraceId() + "-" + inner.getSpanContext().getSpanId();
      } finally {
        inner.end();
      }
    } finally {
      outer.end();
    }
  }

  /** Configures an SDK of its own, and waits until the first span has come there. */
  public String exchangeConfigured(String unused) throws Exception {
    Class<?> type = Class.forName("io.cioagent.it.apps.ExportingSdk");
    Object sdk = type.getConstructor().newInstance();
    type.getMethod("configure").invoke(sdk);
    exchange();
    while (type.getMethod("ended").invoke(sdk).toString().isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    return "ended";
  }

  private static Span remote(String parent) {
    String[] parts = parent.split("-", -1);
    return Span.wrap(
        SpanContext.createFromRemoteParent(
            parts[0],
            parts[1],
            parts[2].equals("01") ? TraceFlags.getSampled() : TraceFlags.getDefault(),
            TraceState.getDefault()));
  }
}
