package io.cioagent.core.export;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.ReadWriteLogRecord;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;

/** Limits the number of queued log records and counts dropped ones, as {@link BoundedSpans}. */
final class BoundedLogRecords implements LogRecordProcessor {
  private final int most;
  private final Runnable dropped;
  private final AtomicInteger waiting;
  private final LogRecordProcessor target;

  /**
   * @param waiting decremented by {@link #counting}
   * @param target has a queue of at least {@code most}
   */
  BoundedLogRecords(int most, Runnable dropped, AtomicInteger waiting, LogRecordProcessor target) {
    this.most = most;
    this.dropped = dropped;
    this.waiting = waiting;
    this.target = target;
  }

  /** An exporter that decrements {@code waiting} for each exported record. */
  static LogRecordExporter counting(AtomicInteger waiting, LogRecordExporter exporter) {
    return new Counting(waiting, exporter);
  }

  @Override
  public void onEmit(Context context, ReadWriteLogRecord record) {
    if (waiting.incrementAndGet() > most) {
      waiting.decrementAndGet();
      dropped.run();
    } else {
      target.onEmit(context, record);
    }
  }

  @Override
  public CompletableResultCode shutdown() {
    return target.shutdown();
  }

  @Override
  public CompletableResultCode forceFlush() {
    return target.forceFlush();
  }

  private static final class Counting implements LogRecordExporter {
    private final AtomicInteger waiting;
    private final LogRecordExporter exporter;

    Counting(AtomicInteger waiting, LogRecordExporter exporter) {
      this.waiting = waiting;
      this.exporter = exporter;
    }

    @Override
    public CompletableResultCode export(Collection<LogRecordData> records) {
      int count = records.size();
      try {
        return exporter.export(records);
      } finally {
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
