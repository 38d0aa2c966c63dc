package io.cioagent.core.spans;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The ids of a span that has just begun. They are numbers until somebody reads them: of most spans
 * nobody does, and their texts are four times as large.
 */
final class SpanIdentity implements SpanContext {
  private final long traceIdHigh;
  private final long traceIdLow;
  private final long spanId;
  private final boolean sampled;

  /** Null until it is read. Threads may both create it; they create the same. */
  private @Nullable String traceIdText;

  private @Nullable String spanIdText;

  private SpanIdentity(
      long traceIdHigh, long traceIdLow, @Nullable String traceIdText, boolean sampled) {
    this.traceIdHigh = traceIdHigh;
    this.traceIdLow = traceIdLow;
    this.traceIdText = traceIdText;
    this.spanId = randomId();
    this.sampled = sampled;
  }

  /**
   * The ids of a new span.
   *
   * @param parent invalid for a span that begins a trace
   * @param sampling decides whether it is recorded
   */
  static SpanIdentity create(SpanContext parent, Sampling sampling) {
    if (parent instanceof SpanIdentity) {
      SpanIdentity above = (SpanIdentity) parent;
      return new SpanIdentity(
          above.traceIdHigh, above.traceIdLow, above.traceIdText, sampling.isSampled(above, above));
    }
    if (parent.isValid()) {
      return new SpanIdentity(0, 0, parent.getTraceId(), sampling.isSampled(parent, parent));
    }
    SpanIdentity first = new SpanIdentity(randomId(), randomId(), null, true);
    return sampling.isSampled(parent, first) ? first : first.unsampled();
  }

  private SpanIdentity unsampled() {
    return new SpanIdentity(traceIdHigh, traceIdLow, traceIdText, false);
  }

  /** Zero is no id. */
  private static long randomId() {
    long id;
    do {
      id = ThreadLocalRandom.current().nextLong();
    } while (id == 0);
    return id;
  }

  @Override
  public String getTraceId() {
    String text = traceIdText;
    if (text == null) {
      text = TraceId.fromLongs(traceIdHigh, traceIdLow);
      traceIdText = text;
    }
    return text;
  }

  @Override
  public String getSpanId() {
    String text = spanIdText;
    if (text == null) {
      text = SpanId.fromLong(spanId);
      spanIdText = text;
    }
    return text;
  }

  @Override
  public boolean isSampled() {
    return sampled;
  }

  @Override
  public TraceFlags getTraceFlags() {
    return sampled ? TraceFlags.getSampled() : TraceFlags.getDefault();
  }

  @Override
  public TraceState getTraceState() {
    return TraceState.getDefault();
  }

  @Override
  public boolean isValid() {
    return true;
  }

  @Override
  public boolean isRemote() {
    return false;
  }
}
