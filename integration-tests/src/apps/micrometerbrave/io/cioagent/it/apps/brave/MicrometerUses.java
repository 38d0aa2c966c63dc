package io.cioagent.it.apps.brave;

import brave.Tracing;
import io.cioagent.it.apps.customerio.CustomerIoClient;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.brave.bridge.BraveCurrentTraceContext;
import io.micrometer.tracing.brave.bridge.BraveTracer;
import java.util.Collections;

/** A service that knows its tracer by Micrometer Tracing alone. */
public final class MicrometerUses {

  private final String base;
  private final Tracer tracer;

  public MicrometerUses(String base) {
    this.base = base;
    Tracing tracing = Tracing.newBuilder().build();
    tracer =
        new BraveTracer(
            tracing.tracer(), new BraveCurrentTraceContext(tracing.currentTraceContext()));
  }

  /** Within a span, by whose ids it is answered. */
  public String within(String userId) {
    Span span = tracer.nextSpan().start();
    Tracer.SpanInScope scope = tracer.withSpan(span);
    try {
      new CustomerIoClient(base).identify(userId, Collections.emptyMap());
      TraceContext context = span.context();
      return context.traceId() + " " + context.spanId();
    } finally {
      scope.close();
      span.abandon();
    }
  }
}
