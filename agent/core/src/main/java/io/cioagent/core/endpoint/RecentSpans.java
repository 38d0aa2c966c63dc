package io.cioagent.core.endpoint;

import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.internal.otlp.traces.TraceRequestMarshaler;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Holds the most recent finished spans in a ring buffer. Ending a span takes no lock. */
public final class RecentSpans implements SpanProcessor {
  private final AtomicReferenceArray<ReadableSpan> ring;
  private final AtomicLong ended = new AtomicLong();

  /**
   * @param size the number of spans to hold, above 0
   */
  public RecentSpans(int size) {
    ring = new AtomicReferenceArray<>(size);
  }

  @Override
  public void onEnd(ReadableSpan span) {
    ring.set((int) (ended.getAndIncrement() % ring.length()), span);
  }

  /** Writes the spans as OTLP/JSON ({@code resourceSpans}), newest last. */
  void writeJsonTo(OutputStream out) throws IOException {
    List<SpanData> spans = new ArrayList<>(ring.length());
    long next = ended.get();
    for (int age = ring.length(); age > 0; age--) {
      ReadableSpan span = next < age ? null : ring.get((int) ((next - age) % ring.length()));
      if (span != null) {
        spans.add(span.toSpanData());
      }
    }
    // Internal, as no public class of the SDK writes OTLP/JSON.
    TraceRequestMarshaler.create(spans).writeJsonTo(out);
  }

  @Override
  public void onStart(Context parentContext, ReadWriteSpan span) {}

  @Override
  public boolean isStartRequired() {
    return false;
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }
}
