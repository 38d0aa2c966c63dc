package io.cioagent.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.ContextKey;
import org.junit.jupiter.api.Test;

class SpanHolderTest {
  private static final Span SPAN =
      Span.wrap(
          SpanContext.create(
              "0af7651916cd43dd8448eb211c80319c",
              "b7ad6b7169203331",
              TraceFlags.getSampled(),
              TraceState.getDefault()));

  @Test
  void holdsTheSpanUnderTheStandardKey() {
    assertThat(Span.fromContext(SpanHolder.of(SPAN))).isSameAs(SPAN);
    Object other = SpanHolder.of(SPAN).get(ContextKey.named("other"));
    assertThat(other).isNull();
  }

  @Test
  void emptyContextHoldsNothing() {
    assertThat(Span.fromContextOrNull(SpanHolder.empty())).isNull();
  }
}
