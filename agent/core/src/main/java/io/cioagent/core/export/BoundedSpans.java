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
 * Lets so many spans wait and counts what is dropped beyond: the SDK's own queue counts only for
 * its own metrics, and warns with each push.
 */
final class BoundedSpans implements SpanProcessor {
  private final int most;
  private final Runnable dropped;
  private final AtomicInteger waiting;
  private final SpanProcessor target;

  /**
   * @param waiting what {@link #counting} counts down
   * @param target holds at least {@code most}
   */
  BoundedSpans(int most, Runnable dropped, AtomicInteger waiting, SpanProcessor target) {
    this.most = most;
    this.dropped = dropped;
    this.waiting = waiting;
    this.target = target;
  }

  /** An exporter that tells when spans do not wait any more. */
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
        // After the attempt: what is being sent takes memory as well.
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
