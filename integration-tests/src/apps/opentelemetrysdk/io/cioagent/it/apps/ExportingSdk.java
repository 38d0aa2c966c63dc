package io.cioagent.it.apps;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The application's own SDK, whose finished spans can be looked at. */
public final class ExportingSdk {

  private final Queue<SpanData> ended = new ConcurrentLinkedQueue<>();

  /** Makes it the one that the API hands to everybody. */
  public String configure() {
    OpenTelemetrySdk.builder()
        .setTracerProvider(SdkTracerProvider.builder().addSpanProcessor(new ToQueue()).build())
        .buildAndRegisterGlobal();
    return "configured";
  }

  /** Name, trace, span, parent, kind and status of each, parted by commas, one after another. */
  public String ended() {
    StringBuilder text = new StringBuilder();
    for (SpanData span : ended) {
      text.append(span.getName())
          .append(',')
          .append(span.getTraceId())
          .append(',')
          .append(span.getSpanId())
          .append(',')
          .append(span.getParentSpanId())
          .append(',')
          .append(span.getKind())
          .append(',')
          .append(span.getStatus().getStatusCode())
          .append(';');
    }
    return text.toString();
  }

  private final class ToQueue implements SpanProcessor {
    @Override
    public void onStart(Context parent, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
      return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
      ended.add(span.toSpanData());
    }

    @Override
    public boolean isEndRequired() {
      return true;
    }
  }
}
