package io.cioagent.core.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import org.jspecify.annotations.Nullable;

/**
 * The request that each thread serves, whose header {@code traceparent} contains the caller's span.
 * Called for every request of the application: a request is only stored, and its headers are read
 * only if something is observed while it is served. Safe for any thread.
 */
public final class ServedRequests implements TraceSource {
  /** One instance per thread, empty between requests. */
  private static final ThreadLocal<ServedRequest> SERVED =
      new ThreadLocal<ServedRequest>() {
        @Override
        protected ServedRequest initialValue() {
          return new ServedRequest();
        }
      };

  /** A class of its own: start-up need not load what the first observed request needs. */
  private static final class Headers {
    static final TextMapGetter<ServedRequest> GETTER =
        (served, name) ->
            served == null || served.reader == null || served.request == null
                ? null
                : served.reader.header(served.request, name);
  }

  ServedRequests() {}

  private static final class ServedRequest {
    @Nullable Object request;
    @Nullable HeaderReader reader;

    /** The nesting depth of the same request. */
    int depth;

    /** The outer request if an application calls itself on the same thread. */
    @Nullable ServedRequest outer;

    void set(
        @Nullable Object served,
        @Nullable HeaderReader by,
        int nesting,
        @Nullable ServedRequest around) {
      request = served;
      reader = by;
      depth = nesting;
      outer = around;
    }
  }

  /**
   * Marks the start of a request on this thread, until {@link #end}. Allocates nothing.
   *
   * @param request null if its headers are no longer available
   */
  public void begin(@Nullable Object request, HeaderReader reader) {
    ServedRequest served = SERVED.get();
    if (served.depth > 0 && served.request == request) {
      served.depth++;
      return;
    }
    ServedRequest outer = null;
    if (served.depth > 0) {
      outer = new ServedRequest();
      outer.set(served.request, served.reader, served.depth, served.outer);
    }
    served.set(request, reader, 1, outer);
  }

  /** Marks the end of the request that started last on this thread, if any. */
  public void end() {
    ServedRequest served = SERVED.get();
    if (served.depth > 1) {
      served.depth--;
      return;
    }
    ServedRequest outer = served.outer;
    if (outer == null) {
      served.set(null, null, 0, null);
    } else {
      served.set(outer.request, outer.reader, outer.depth, outer.outer);
    }
  }

  @Override
  public @Nullable TraceParent current() {
    ServedRequest served = SERVED.get();
    if (served.request == null) {
      return null;
    }
    SpanContext caller =
        Span.fromContext(
                W3CTraceContextPropagator.getInstance()
                    .extract(Context.root(), served, Headers.GETTER))
            .getSpanContext();
    return caller.isValid()
        ? new TraceParent(caller.getTraceId(), caller.getSpanId(), caller.isSampled())
        : null;
  }
}
