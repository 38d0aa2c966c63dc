package io.cioagent.instrumentation.newrelic;

import com.newrelic.api.agent.NewRelic;
import com.newrelic.api.agent.TraceMetadata;
import io.cioagent.core.tracing.TraceParent;
import io.cioagent.instrumentation.TracerAdapter;
import org.jspecify.annotations.Nullable;

/** Asks New Relic's agent for its current span. */
public final class NewRelicSpanAdapter extends TracerAdapter {
  @Override
  protected @Nullable TraceParent query() {
    TraceMetadata metadata = NewRelic.getAgent().getTraceMetadata();
    String traceId = metadata.getTraceId();
    String spanId = metadata.getSpanId();
    // Empty without a transaction, or without distributed tracing.
    return traceId.isEmpty() || spanId.isEmpty()
        ? null
        : new TraceParent(traceId, spanId, metadata.isSampled())
            .withLogFields("trace.id", traceId, "span.id", spanId);
  }
}
