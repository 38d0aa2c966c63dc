package io.cioagent.instrumentation.opentelemetryapi;

import io.cioagent.core.tracing.ApplicationSpan;
import io.cioagent.core.tracing.ApplicationTelemetry;
import io.cioagent.core.tracing.TraceParent;
import io.cioagent.instrumentation.Adapter;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import java.lang.reflect.Field;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Emits the agent's telemetry through one copy of the API. */
public class GlobalAdapter extends Adapter implements ApplicationTelemetry {
  private static final String SCOPE = "io.cioagent";

  /** Where every version of the API keeps it. */
  static final String HOLDER = "globalOpenTelemetry";

  private ApplicationMetrics metrics;

  /** Not by a call of the API: older versions would then refuse any later configuration. */
  @Override
  public boolean isConfigured() {
    try {
      Field holder = GlobalOpenTelemetry.class.getDeclaredField(HOLDER);
      holder.setAccessible(true);
      return holder.get(null) != null || JavaAgent.standsBehind(HOLDER);
    } catch (ReflectiveOperationException | RuntimeException e) {
      try {
        return GlobalOpenTelemetry.isSet();
      } catch (LinkageError older) {
        failed(e);
        return false;
      }
    }
  }

  private synchronized ApplicationMetrics metrics() {
    if (metrics == null) {
      metrics = ApplicationMetrics.of(SCOPE);
    }
    return metrics;
  }

  @Override
  public void declareCounter(String name, String description) {
    metrics().declareCounter(name, description);
  }

  @Override
  public void declareHistogram(String name, String unit, String description, List<Double> bounds) {
    metrics().declareHistogram(name, unit, description, bounds);
  }

  @Override
  public void count(String name, long value, Object[] attributes, TraceParent exemplar) {
    metrics().count(name, value, attributes, exemplar);
  }

  @Override
  public void record(String name, double value, Object[] attributes, TraceParent exemplar) {
    metrics().record(name, value, attributes, exemplar);
  }

  @Override
  public ApplicationSpan startSpan(
      String name, String kind, TraceParent parent, TraceParent link, long epochNanos) {
    SpanBuilder builder =
        GlobalOpenTelemetry.getTracer(SCOPE)
            .spanBuilder(name)
            .setSpanKind(SpanKind.valueOf(kind))
            .setParent(StartedSpan.context(parent))
            .setStartTimestamp(epochNanos, TimeUnit.NANOSECONDS);
    if (link != null) {
      builder.addLink(StartedSpan.spanContext(link));
    }
    return new StartedSpan(builder.startSpan());
  }
}
