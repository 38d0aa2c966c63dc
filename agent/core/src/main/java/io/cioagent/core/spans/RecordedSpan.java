package io.cioagent.core.spans;

import io.cioagent.core.event.SpanHolder;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A span of the agent; after its end its own data. What readers need is made when it is read: most
 * spans leave the ring buffer unread.
 */
final class RecordedSpan implements OpenSpan, ReadableSpan, SpanData {
  /** For the attributes of most spans, key and value each. */
  private static final int SLOTS = 16;

  private final RecordedSpans spans;
  private final String name;
  private final SpanKind kind;
  private final SpanContext identity;
  private final SpanContext parent;
  private final SpanContext link;
  private final long startEpochNanos;
  private final Context context;

  /** Keys and values in turn. */
  private Object[] attributes = new Object[SLOTS];

  private int used;
  private List<EventData> events = Collections.emptyList();
  private StatusData status = StatusData.unset();

  /** 0 before the end. */
  private long endEpochNanos;

  /**
   * @param parent invalid for none
   * @param link invalid for none
   */
  RecordedSpan(
      RecordedSpans spans,
      String name,
      SpanKind kind,
      SpanContext identity,
      SpanContext parent,
      SpanContext link,
      long startEpochNanos) {
    this.spans = spans;
    this.name = name;
    this.kind = kind;
    this.identity = identity;
    this.parent = parent;
    this.link = link;
    this.startEpochNanos = startEpochNanos;
    this.context = SpanHolder.of(Span.wrap(identity));
  }

  @Override
  public Context context() {
    return context;
  }

  @Override
  public void setAttribute(AttributeKey<String> key, @Nullable String value) {
    if (value != null) {
      put(key, value);
    }
  }

  @Override
  public void setAttribute(AttributeKey<Long> key, long value) {
    put(key, value);
  }

  private synchronized void put(AttributeKey<?> key, Object value) {
    if (endEpochNanos != 0) {
      return;
    }
    if (used == attributes.length) {
      attributes = Arrays.copyOf(attributes, used + SLOTS);
    }
    attributes[used++] = key;
    attributes[used++] = value;
  }

  @Override
  public synchronized void addEvent(String eventName, Attributes eventAttributes) {
    if (endEpochNanos == 0) {
      long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
      List<EventData> more = new ArrayList<>(events);
      more.add(EventData.create(now, eventName, eventAttributes));
      events = Collections.unmodifiableList(more);
    }
  }

  @Override
  public void succeed() {
    setStatus(StatusData.ok());
  }

  @Override
  public void fail(String description) {
    setStatus(StatusData.create(StatusCode.ERROR, description));
  }

  private synchronized void setStatus(StatusData newStatus) {
    if (endEpochNanos == 0) {
      status = newStatus;
    }
  }

  @Override
  public void end(long epochNanos) {
    synchronized (this) {
      if (endEpochNanos != 0) {
        return;
      }
      endEpochNanos = epochNanos;
    }
    spans.ended(this);
  }

  @Override
  public SpanData toSpanData() {
    return this;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public SpanKind getKind() {
    return kind;
  }

  @Override
  public SpanContext getSpanContext() {
    return identity;
  }

  @Override
  public SpanContext getParentSpanContext() {
    return parent;
  }

  @Override
  public synchronized StatusData getStatus() {
    return status;
  }

  @Override
  public long getStartEpochNanos() {
    return startEpochNanos;
  }

  /** The value that was set last of each. */
  @Override
  @SuppressWarnings("unchecked") // as the setters take them
  public synchronized Attributes getAttributes() {
    AttributesBuilder built = Attributes.builder();
    for (int i = 0; i < used; i += 2) {
      built.put((AttributeKey<Object>) attributes[i], attributes[i + 1]);
    }
    return built.build();
  }

  @Override
  public <T> @Nullable T getAttribute(AttributeKey<T> key) {
    return getAttributes().get(key);
  }

  @Override
  public synchronized List<EventData> getEvents() {
    return events;
  }

  @Override
  public List<LinkData> getLinks() {
    return link.isValid()
        ? Collections.singletonList(LinkData.create(link))
        : Collections.emptyList();
  }

  @Override
  public synchronized long getEndEpochNanos() {
    return endEpochNanos;
  }

  @Override
  public boolean hasEnded() {
    return getEndEpochNanos() != 0;
  }

  @Override
  public long getLatencyNanos() {
    return hasEnded() ? getEndEpochNanos() - startEpochNanos : 0;
  }

  @Override
  public int getTotalRecordedEvents() {
    return getEvents().size();
  }

  @Override
  public int getTotalRecordedLinks() {
    return getLinks().size();
  }

  @Override
  public int getTotalAttributeCount() {
    return getAttributes().size();
  }

  @Override
  @SuppressWarnings("deprecation") // of both interfaces
  public io.opentelemetry.sdk.common.InstrumentationLibraryInfo getInstrumentationLibraryInfo() {
    return io.opentelemetry.sdk.common.InstrumentationLibraryInfo.create(
        spans.scope().getName(), null);
  }

  @Override
  public InstrumentationScopeInfo getInstrumentationScopeInfo() {
    return spans.scope();
  }

  @Override
  public Resource getResource() {
    return spans.resource();
  }
}
