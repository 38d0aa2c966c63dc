package io.cioagent.core.tracing;

import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceId;
import java.util.LinkedHashMap;
import java.util.Map;

/** A span of the application that is the parent of observed operations. Immutable. */
public final class TraceParent {
  private static final String[] NO_FIELDS = {};

  /** Returned by a tracer that has no current span, to stop the search in other tracers. */
  public static final TraceParent NONE = new TraceParent("", "", false);

  private final String traceId;
  private final String spanId;
  private final boolean sampled;

  /** Names and values in turns. */
  private final String[] logFields;

  /**
   * @param traceId 32 hexadecimal digits in lower case, as in W3C Trace Context
   * @param spanId 16 hexadecimal digits in lower case
   * @param sampled whether the application's tracer records this trace
   */
  public TraceParent(String traceId, String spanId, boolean sampled) {
    this(traceId, spanId, sampled, NO_FIELDS);
  }

  private TraceParent(String traceId, String spanId, boolean sampled, String[] logFields) {
    this.traceId = traceId;
    this.spanId = spanId;
    this.sampled = sampled;
    this.logFields = logFields;
  }

  /**
   * The same span, with its ids as the tracer writes them to log lines.
   *
   * @param namesAndValues in turns
   */
  public TraceParent withLogFields(String... namesAndValues) {
    return new TraceParent(traceId, spanId, sampled, namesAndValues);
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

  /** The fields by which users of the tracer find the log lines of a trace; may be empty. */
  public Map<String, String> logFields() {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < logFields.length; i += 2) {
      fields.put(logFields[i], logFields[i + 1]);
    }
    return fields;
  }
}
