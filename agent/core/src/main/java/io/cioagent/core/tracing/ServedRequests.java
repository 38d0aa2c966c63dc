package io.cioagent.core.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import org.jspecify.annotations.Nullable;

/**
 * The request that a thread serves, whose header {@code traceparent} tells of the caller's span.
 * Called for all requests that the application gets: they are only remembered, and none is read
 * unless something is observed while it is served. Safe for any thread.
 */
public final class ServedRequests implements TraceSource {
  /** Each thread keeps its own, which is empty between requests. */
  private static final ThreadLocal<Served> SERVED = ThreadLocal.withInitial(Served::new);

  private static final TextMapGetter<Served> HEADERS =
      (served, name) ->
          served == null || served.reader == null
              ? null
              : served.reader.header(served.request, name);

  ServedRequests() {}

  private static final class Served {
    @Nullable Object request;
    @Nullable HeaderReader reader;

    /** How often the same request has begun on top of itself. */
    int depth;

    /** What the thread was at before, where an application calls itself. */
    @Nullable Served before;

    void set(
        @Nullable Object served, @Nullable HeaderReader by, int times, @Nullable Served earlier) {
      request = served;
      reader = by;
      depth = times;
      before = earlier;
    }
  }

  /**
   * This thread serves a request until its {@link #end}. Allocates nothing.
   *
   * @param request null for one that has no headers any more
   */
  public void begin(Object request, HeaderReader reader) {
    Served served = SERVED.get();
    if (served.depth > 0 && served.request == request) {
      served.depth++;
      return;
    }
    Served before = null;
    if (served.depth > 0) {
      before = new Served();
      before.set(served.request, served.reader, served.depth, served.before);
    }
    served.set(request, reader, 1, before);
  }

  /** What last began on this thread ends; nothing where nothing did. */
  public void end() {
    Served served = SERVED.get();
    if (served.depth > 1) {
      served.depth--;
      return;
    }
    Served before = served.before;
    if (before == null) {
      served.set(null, null, 0, null);
    } else {
      served.set(before.request, before.reader, before.depth, before.before);
    }
  }

  @Override
  public @Nullable TraceParent current() {
    Served served = SERVED.get();
    if (served.request == null) {
      return null;
    }
    SpanContext caller =
        Span.fromContext(
                W3CTraceContextPropagator.getInstance().extract(Context.root(), served, HEADERS))
            .getSpanContext();
    return caller.isValid()
        ? new TraceParent(caller.getTraceId(), caller.getSpanId(), caller.isSampled())
        : null;
  }
}
