package io.cioagent.core.telemetry;

import io.cioagent.core.config.Settings;
import io.cioagent.core.endpoint.RecentSpans;
import io.cioagent.core.event.EventSink;
import io.cioagent.core.export.Exports;
import io.cioagent.core.metrics.DroppedTelemetry;
import io.cioagent.core.metrics.Instruments;
import io.cioagent.core.metrics.SdkInstruments;
import io.cioagent.core.spans.NoSpans;
import io.cioagent.core.spans.RecordedSpans;
import io.cioagent.core.spans.Sampling;
import io.cioagent.core.spans.SpanSink;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.logs.LoggerProvider;
import io.opentelemetry.exporter.prometheus.PrometheusMetricReader;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.SdkMeterProviderBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** OpenTelemetry's SDK, set up as the settings say. */
final class Sdk implements EventSink {
  /** The agent's instrumentation scope. */
  static final String SCOPE = "io.cioagent";

  /** Without it, series that replicas push merge into one that shows each replica in turn. */
  private static final String INSTANCE_ID = "service.instance.id";

  private final @Nullable PrometheusRegistry registry;
  private final @Nullable RecentSpans recent;
  private final @Nullable Exports exports;
  private final SdkMeterProvider meters;

  /** What receives the ended spans; null where there are none. */
  private final @Nullable SpanProcessor ended;

  private final SpanSink spans;
  private final @Nullable SdkLoggerProvider loggers;
  private final Instruments instruments;
  private final DroppedTelemetry dropped;

  /**
   * Brings it up.
   *
   * @param version the agent's version
   * @param droppedTotal counts the dropped items of telemetry
   */
  Sdk(Settings settings, String version, LongAdder droppedTotal) {
    Resource resource = resource(settings, version);
    // Loaded only if needed: start-up is a feature.
    exports = settings.exports().any() ? new Exports(settings.exports()) : null;
    SdkMeterProviderBuilder building = SdkMeterProvider.builder().setResource(resource);
    if (settings.prometheusEnabled()) {
      PrometheusMetricReader reader =
          PrometheusMetricReader.builder().setOtelScopeLabelsEnabled(false).build();
      registry = new PrometheusRegistry();
      registry.register(reader);
      building.registerMetricReader(reader);
    } else {
      registry = null;
    }
    if (exports != null) {
      exports.addTo(building);
    }
    meters = building.build();
    instruments = new SdkInstruments(meters.get(SCOPE));
    dropped = new DroppedTelemetry(instruments, droppedTotal);
    recent = settings.recentSpans() > 0 ? new RecentSpans(settings.recentSpans()) : null;
    ended = ended(recent, exports, dropped);
    spans =
        ended == null
            ? new NoSpans()
            : new RecordedSpans(sampling(settings), resource, SCOPE, ended);
    loggers = exports == null ? null : exports.loggers(resource, dropped::of);
  }

  private static @Nullable SpanProcessor ended(
      @Nullable RecentSpans recent, @Nullable Exports exports, DroppedTelemetry dropped) {
    List<SpanProcessor> processors = new ArrayList<>();
    if (recent != null) {
      processors.add(recent);
    }
    if (exports != null) {
      processors.addAll(exports.spanProcessors(dropped::of));
    }
    return processors.isEmpty() ? null : SpanProcessor.composite(processors);
  }

  /** Whether anything is pushed. */
  boolean pushes() {
    return exports != null;
  }

  @Override
  public void flush(long deadlineNanos) {
    if (exports == null) {
      return;
    }
    List<Supplier<CompletableResultCode>> flushes = new ArrayList<>();
    flushes.add(meters::forceFlush);
    if (ended != null) {
      flushes.add(ended::forceFlush);
    }
    if (loggers != null) {
      flushes.add(loggers::forceFlush);
    }
    exports.flushAtExit(flushes, deadlineNanos);
  }

  /** What Prometheus scrapes, if the endpoint is enabled. */
  @Nullable PrometheusRegistry registry() {
    return registry;
  }

  /** The spans for the endpoint, if it shows any. */
  @Nullable RecentSpans recentSpans() {
    return recent;
  }

  Instruments instruments() {
    return instruments;
  }

  SpanSink spans() {
    return spans;
  }

  DroppedTelemetry dropped() {
    return dropped;
  }

  /** What pushes the operation log, if it is pushed. */
  @Nullable LoggerProvider loggers() {
    return loggers;
  }

  /** Lets exporters use the network from now on. */
  void open() {
    if (exports != null) {
      exports.open();
    }
  }

  /** Stops what pushes: for tests. In an application it runs as long as the JVM. */
  void close() {
    meters.close();
    if (ended != null) {
      ended.close();
    }
    if (loggers != null) {
      loggers.close();
    }
  }

  private static Resource resource(Settings settings, String version) {
    AttributesBuilder attributes = Attributes.builder();
    for (Map.Entry<String, String> each : settings.resourceAttributes().entrySet()) {
      attributes.put(each.getKey(), each.getValue());
    }
    if (!settings.resourceAttributes().containsKey(INSTANCE_ID)) {
      attributes.put(INSTANCE_ID, InstanceId.random());
    }
    attributes.put("service.name", settings.serviceName());
    attributes.put("telemetry.distro.name", "customerio-agent");
    attributes.put("telemetry.distro.version", version);
    if (settings.environment() != null) {
      attributes.put("deployment.environment.name", settings.environment());
    }
    return Resource.getDefault().merge(Resource.create(attributes.build()));
  }

  static Sampling sampling(Settings settings) {
    return Sampling.of(settings.tracesSampler(), settings.tracesSamplerArg());
  }
}
