package io.cioagent.instrumentation.datadog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import datadog.trace.api.GlobalTracer;
import datadog.trace.api.Tracer;
import datadog.trace.api.interceptor.TraceInterceptor;
import io.cioagent.core.tracing.TraceParent;
import org.junit.jupiter.api.Test;

class DatadogSpanAdapterTest {
  private final DatadogSpanAdapter adapter = new DatadogSpanAdapter();

  /** Has one current span. */
  private static final class OneSpan implements Tracer {
    private final String traceId;
    private final String spanId;

    OneSpan(String traceId, String spanId) {
      this.traceId = traceId;
      this.spanId = spanId;
    }

    @Override
    public String getTraceId() {
      return traceId;
    }

    @Override
    public String getSpanId() {
      return spanId;
    }

    @Override
    public boolean addTraceInterceptor(TraceInterceptor interceptor) {
      return false;
    }
  }

  private TraceParent current(String traceId, String spanId) {
    GlobalTracer.forceRegister(new OneSpan(traceId, spanId));
    return adapter.current();
  }

  @Test
  void traceIdOf128BitsIsHexadecimal() {
    TraceParent parent = current("6b0de0f800000000fa4da3c4b9e64a31", "18446744073709551615");
    assertThat(parent.traceId()).isEqualTo("6b0de0f800000000fa4da3c4b9e64a31");
    assertThat(parent.spanId()).isEqualTo("ffffffffffffffff");
    assertThat(parent.isSampled()).isTrue();
    assertThat(parent.logFields())
        .containsExactly(
            entry("dd.trace_id", "6b0de0f800000000fa4da3c4b9e64a31"),
            entry("dd.span_id", "18446744073709551615"));
  }

  @Test
  void traceIdOf64BitsIsDecimal() {
    TraceParent parent = current("18446744073709551614", "10");
    assertThat(parent.traceId()).isEqualTo("0000000000000000fffffffffffffffe");
    assertThat(parent.spanId()).isEqualTo("000000000000000a");
    assertThat(parent.logFields()).containsEntry("dd.trace_id", "18446744073709551614");
  }

  @Test
  void withoutSpanThereIsNoParent() {
    assertThat(current("0", "0")).isNull();
  }
}
