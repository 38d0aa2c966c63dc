package io.cioagent.core.spans;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;

/** Where spans go: the agent's own SDK, or the application's OpenTelemetry. */
public interface SpanSink {
  /**
   * Begins a span.
   *
   * @param parent holds the parent's span or none
   * @param link another span that this one is about; invalid for none
   */
  OpenSpan begin(
      String name, SpanKind kind, Context parent, SpanContext link, long startEpochNanos);
}
