package io.cioagent.core.spans;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.event.SpanHolder;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A span as an exporter of the SDK gets it. */
class RecordedSpanTest {
  private static final AttributeKey<String> NAME = AttributeKey.stringKey("name");
  private static final AttributeKey<Long> NUMBER = AttributeKey.longKey("number");

  private final List<SpanData> exported = new ArrayList<>();

  private OpenSpan begin() {
    SpanExporter exporter =
        new SpanExporter() {
          @Override
          public CompletableResultCode export(Collection<SpanData> spans) {
            exported.addAll(spans);
            return CompletableResultCode.ofSuccess();
          }

          @Override
          public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
          }

          @Override
          public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
          }
        };
    RecordedSpans spans =
        new RecordedSpans(
            Sampling.of("always_on", null),
            Resource.empty(),
            "scope",
            SimpleSpanProcessor.create(exporter));
    return spans.begin("call", SpanKind.CLIENT, SpanHolder.empty(), SpanContext.getInvalid(), 1000);
  }

  @Test
  void nothingChangesAfterTheEnd() {
    OpenSpan span = begin();
    span.setAttribute(NAME, "before");
    span.succeed();
    span.end(3000);
    span.setAttribute(NAME, "after");
    span.setAttribute(NUMBER, 1);
    span.fail("after");
    span.addEvent("after", Attributes.empty());
    span.end(4000);
    SpanData data = exported.get(0);
    assertThat(exported).hasSize(1);
    assertThat(data.getAttributes()).isEqualTo(Attributes.of(NAME, "before"));
    assertThat(data.getStatus()).isEqualTo(StatusData.ok());
    assertThat(data.getEvents()).isEmpty();
    assertThat(data.getStartEpochNanos()).isEqualTo(1000);
    assertThat(data.getEndEpochNanos()).isEqualTo(3000);
    assertThat(data.getInstrumentationScopeInfo().getName()).isEqualTo("scope");
  }

  @Test
  void lastValueOfAnAttributeCounts() {
    OpenSpan span = begin();
    span.setAttribute(NAME, "first");
    for (int i = 0; i < 20; i++) {
      span.setAttribute(NUMBER, i);
    }
    span.setAttribute(NAME, "last");
    span.setAttribute(NAME, null);
    span.end(2000);
    assertThat(exported.get(0).getAttributes()).isEqualTo(Attributes.of(NAME, "last", NUMBER, 19L));
    assertThat(exported.get(0).getTotalAttributeCount()).isEqualTo(2);
  }
}
