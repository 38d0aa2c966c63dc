package io.cioagent.core.tracing;

import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceId;

/** A span of the application that something observed belongs beneath. Immutable. */
public final class TraceParent {
  /** The tracer knows that there is none, whatever copies of it say: nobody else is asked. */
  public static final TraceParent NONE = new TraceParent("", "", false);

  private final String traceId;
  private final String spanId;
  private final boolean sampled;

  /**
   * @param traceId 32 hexadecimal digits in lower case, as W3C Trace Context has them
   * @param spanId 16 hexadecimal digits in lower case
   * @param sampled whether the application's tracer records this trace
   */
  public TraceParent(String traceId, String spanId, boolean sampled) {
    this.traceId = traceId;
    this.spanId = spanId;
    this.sampled = sampled;
  }

  /** As tracers have ids that do not keep them as text; the high half may be 0. */
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
