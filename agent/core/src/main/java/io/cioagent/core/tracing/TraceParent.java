package io.cioagent.core.tracing;

import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceId;

/** A span of the application that is the parent of observed operations. Immutable. */
public final class TraceParent {
  /** Returned by a tracer that has no current span, to stop the search in other tracers. */
  public static final TraceParent NONE = new TraceParent("", "", false);

  private final String traceId;
  private final String spanId;
  private final boolean sampled;

  /**
   * @param traceId 32 hexadecimal digits in lower case, as in W3C Trace Context
   * @param spanId 16 hexadecimal digits in lower case
   * @param sampled whether the application's tracer records this trace
   */
  public TraceParent(String traceId, String spanId, boolean sampled) {
    this.traceId = traceId;
    this.spanId = spanId;
    this.sampled = sampled;
  }

  /** Creates an instance from numeric ids; the high half of the trace id may be 0. */
  public static TraceParent of(long traceIdHigh, long traceIdLow, long spanId, boolean sampled) {
    return new TraceParent(
        TraceId.fromLongs(traceIdHigh, traceIdLow), SpanId.fromLong(spanId), sampled);
  }

  public String traceId() {
    return traceId;
  }

  public String spanId() {
    return spanId;
  }

  public boolean isSampled() {
    return sampled;
  }
}
