package io.cioagent.core.spans;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplingTest {
  private static final int TRACES = 4000;

  private static SpanContext parent(boolean sampled) {
    return SpanContext.createFromRemoteParent(
        "0af7651916cd43dd8448eb211c80319c",
        "b7ad6b7169203331",
        sampled ? TraceFlags.getSampled() : TraceFlags.getDefault(),
        TraceState.getDefault());
  }

  private static boolean isSampled(SpanContext parent, Sampling sampling) {
    return SpanIdentity.create(parent, sampling).isSampled();
  }

  @ParameterizedTest
  @CsvSource({
    "always_on,              true,  true,  true",
    "always_off,             false, false, false",
    "parentbased_always_on,  true,  true,  false",
    "parentbased_always_off, false, true,  false",
  })
  void parentDecidesWhereItIsAsked(
      String sampler, boolean root, boolean beneathSampled, boolean beneathUnsampled) {
    Sampling sampling = Sampling.of(sampler, null);
    assertThat(isSampled(SpanContext.getInvalid(), sampling)).isEqualTo(root);
    assertThat(isSampled(parent(true), sampling)).isEqualTo(beneathSampled);
    assertThat(isSampled(parent(false), sampling)).isEqualTo(beneathUnsampled);
  }

  @Test
  void ratioOfTheTracesIsSampled() {
    Sampling sampling = Sampling.of("parentbased_traceidratio", "0.25");
    long sampled =
        Stream.generate(() -> SpanIdentity.create(SpanContext.getInvalid(), sampling))
            .limit(TRACES)
            .filter(SpanIdentity::isSampled)
            .count();
    assertThat(sampled).isBetween(TRACES / 5L, TRACES * 3L / 10);
  }

  @Test
  void childSharesTheTraceAndTheDecision() {
    Sampling half = Sampling.of("traceidratio", "0.5");
    for (int i = 0; i < 100; i++) {
      SpanIdentity root = SpanIdentity.create(SpanContext.getInvalid(), half);
      SpanIdentity child = SpanIdentity.create(root, half);
      assertThat(child.getTraceId()).isEqualTo(root.getTraceId()).hasSize(32);
      assertThat(child.getSpanId()).isNotEqualTo(root.getSpanId()).hasSize(16);
      assertThat(child.isSampled()).isEqualTo(root.isSampled());
    }
  }
}
