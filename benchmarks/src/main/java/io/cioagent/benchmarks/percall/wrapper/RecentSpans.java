package io.cioagent.benchmarks.percall.wrapper;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Keeps as many finished spans as the agent does. */
final class RecentSpans implements SpanProcessor {

  private static final int SIZE = 512;

  private final AtomicReferenceArray<ReadableSpan> spans = new AtomicReferenceArray<>(SIZE);
  private final AtomicInteger next = new AtomicInteger();

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {}

  @Override
  public boolean isStartRequired() {
    return false;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    spans.lazySet(Math.floorMod(next.getAndIncrement(), SIZE), span);
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }
}
