package io.cioagent.core.export;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Limits the number of queued spans and counts dropped ones: the SDK's own queue counts them only
 * in its own metrics, and logs a warning with each export.
 */
final class BoundedSpans implements SpanProcessor {
  private final int most;
  private final Runnable dropped;
  private final AtomicInteger waiting;
  private final SpanProcessor target;

  /**
   * @param waiting decremented by {@link #counting}
   * @param target has a queue of at least {@code most}
   */
  BoundedSpans(int most, Runnable dropped, AtomicInteger waiting, SpanProcessor target) {
    this.most = most;
    this.dropped = dropped;
    this.waiting = waiting;
    this.target = target;
  }

  /** An exporter that decrements {@code waiting} for each exported span. */
  static SpanExporter counting(AtomicInteger waiting, SpanExporter exporter) {
    return new Counting(waiting, exporter);
  }

  @Override
  public void onEnd(ReadableSpan span) {
    if (!span.getSpanContext().isSampled()) {
      return;
    }
    if (waiting.incrementAndGet() > most) {
      waiting.decrementAndGet();
      dropped.run();
    } else {
      target.onEnd(span);
    }
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }

  @Override
  public void onStart(Context parentContext, ReadWriteSpan span) {}

  @Override
  public boolean isStartRequired() {
    return false;
  }

  @Override
  public CompletableResultCode shutdown() {
    return target.shutdown();
  }

  @Override
  public CompletableResultCode forceFlush() {
    return target.forceFlush();
  }

  private static final class Counting implements SpanExporter {
    private final AtomicInteger waiting;
    private final SpanExporter exporter;

    Counting(AtomicInteger waiting, SpanExporter exporter) {
      this.waiting = waiting;
      this.exporter = exporter;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      int count = spans.size();
      try {
        return exporter.export(spans);
      } finally {
        // After the attempt, because items that are being sent use memory as well.
        waiting.addAndGet(-count);
      }
    }

    @Override
    public CompletableResultCode flush() {
      return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
      return exporter.shutdown();
    }
  }
}
