package io.cioagent.instrumentation.datadog;

import datadog.trace.api.GlobalTracer;
import datadog.trace.api.Tracer;
import io.cioagent.core.tracing.TraceParent;
import io.cioagent.instrumentation.TracerAdapter;
import org.jspecify.annotations.Nullable;

/** Asks Datadog's tracer for its current span. */
public final class DatadogSpanAdapter extends TracerAdapter {
  private static final String NONE = "0";
  private static final int HEX_DIGITS = 32;

  /** Its API does not return whether a trace is sampled, which is decided when the trace ends. */
  @Override
  protected @Nullable TraceParent query() {
    Tracer tracer = GlobalTracer.get();
    String spanId = tracer.getSpanId();
    if (NONE.equals(spanId)) {
      return null;
    }
    String traceId = tracer.getTraceId();
    TraceParent parent =
        traceId.length() == HEX_DIGITS
            ? TraceParent.of(
                Long.parseUnsignedLong(traceId.substring(0, HEX_DIGITS / 2), 16),
                Long.parseUnsignedLong(traceId.substring(HEX_DIGITS / 2), 16),
                Long.parseUnsignedLong(spanId),
                true)
            // With dd.trace.128.bit.traceid.generation.enabled=false, or before 1.0.
            : TraceParent.of(
                0, Long.parseUnsignedLong(traceId), Long.parseUnsignedLong(spanId), true);
    return parent.withLogFields("dd.trace_id", traceId, "dd.span_id", spanId);
  }
}
