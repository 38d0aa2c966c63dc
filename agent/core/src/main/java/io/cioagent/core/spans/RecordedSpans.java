package io.cioagent.core.spans;

import io.cioagent.core.event.SpanHolder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * Spans that are passed to span processors of OpenTelemetry's SDK. The SDK's own tracer makes spans
 * for any use, which take three times the memory and the time.
 */
public final class RecordedSpans implements SpanSink {
  private final Sampling sampling;
  private final Resource resource;
  private final InstrumentationScopeInfo scope;
  private final SpanProcessor ended;

  /**
   * @param resource what all spans are about
   * @param scope the name of what makes them
   * @param ended receives each span at its end; nothing is called when one begins
   */
  public RecordedSpans(Sampling sampling, Resource resource, String scope, SpanProcessor ended) {
    this.sampling = sampling;
    this.resource = resource;
    this.scope = InstrumentationScopeInfo.create(scope);
    this.ended = ended;
  }

  @Override
  public OpenSpan begin(
      String name, SpanKind kind, Context parent, SpanContext link, long startEpochNanos) {
    SpanContext above = Span.fromContext(parent).getSpanContext();
    SpanIdentity identity = SpanIdentity.create(above, sampling);
    return identity.isSampled()
        ? new RecordedSpan(this, name, kind, identity, above, link, startEpochNanos)
        : new UnrecordedSpan(SpanHolder.of(Span.wrap(identity)));
  }

  Resource resource() {
    return resource;
  }

  InstrumentationScopeInfo scope() {
    return scope;
  }

  void ended(RecordedSpan span) {
    ended.onEnd(span);
  }
}
