package io.cioagent.instrumentation.elasticapm;

import co.elastic.apm.api.ElasticApm;
import co.elastic.apm.api.Span;
import io.cioagent.core.tracing.TraceParent;
import io.cioagent.instrumentation.TracerAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Asks Elastic's agent for its current transaction or span. The agent weaves every copy of its API,
 * so that the one in this jar works in applications that have none.
 */
public final class ElasticApmSpanAdapter extends TracerAdapter {
  @Override
  protected @Nullable TraceParent query() {
    Span span = ElasticApm.currentSpan();
    String traceId = span.getTraceId();
    String spanId = span.getId();
    // Empty without a transaction.
    return traceId.isEmpty() || spanId.isEmpty()
        ? null
        : new TraceParent(traceId, spanId, span.isSampled())
            .withLogFields(
                "trace.id",
                traceId,
                "transaction.id",
                ElasticApm.currentTransaction().getId(),
                "span.id",
                spanId);
  }
}
