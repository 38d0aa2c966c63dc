package io.cioagent.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.event.SpanHolder;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ExemplarRateTest {
  private static final Context SPAN = SpanHolder.of(Span.getInvalid());
  private static final Attributes SUCCESS =
      Attributes.of(AttributeKey.stringKey("status"), "success");
  private static final Attributes ERROR = Attributes.of(AttributeKey.stringKey("status"), "error");

  private final ExemplarRate rate = new ExemplarRate(Arrays.asList(10d, 100d));
  private final long start = System.nanoTime();

  private boolean isOffered(double value, Attributes attributes, long afterMillis) {
    Context offered =
        rate.exemplar(SPAN, value, attributes, start + TimeUnit.MILLISECONDS.toNanos(afterMillis));
    assertThat(offered).isIn(SPAN, SpanHolder.empty());
    return offered == SPAN;
  }

  @Test
  void seriesOffersAnExemplarEveryTenMilliseconds() {
    assertThat(isOffered(1, SUCCESS, 0)).isTrue();
    assertThat(isOffered(1, SUCCESS, 1)).isFalse();
    assertThat(isOffered(2, SUCCESS, 9)).isFalse();
    assertThat(isOffered(1, SUCCESS, 10)).isTrue();
    assertThat(isOffered(1, SUCCESS, 11)).isFalse();
  }

  @Test
  void everyBucketHasItsOwnExemplars() {
    assertThat(isOffered(1, SUCCESS, 0)).isTrue();
    assertThat(isOffered(10, SUCCESS, 1)).isFalse();
    assertThat(isOffered(10.1, SUCCESS, 1)).isTrue();
    assertThat(isOffered(1000, SUCCESS, 1)).isTrue();
  }

  @Test
  void everyResultHasItsOwnExemplars() {
    assertThat(isOffered(1, SUCCESS, 0)).isTrue();
    assertThat(isOffered(1, ERROR, 0)).isTrue();
  }
}
