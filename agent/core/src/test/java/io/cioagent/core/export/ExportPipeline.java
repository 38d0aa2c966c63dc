package io.cioagent.core.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.config.Settings;
import io.cioagent.core.config.SettingsReader;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.SdkMeterProviderBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The SDK with the exporters from the settings; the default is OTLP for all signals. */
final class ExportPipeline implements AutoCloseable {
  final Exports exports;
  final LongCounter counter;
  private final Map<String, AtomicLong> dropped = new ConcurrentHashMap<>();
  private final SdkMeterProvider meters;
  private final SdkTracerProvider tracers;
  private final SdkLoggerProvider loggers;

  ExportPipeline(String endpoint, String... namesAndValues) {
    Map<String, String> properties = new HashMap<>();
    properties.put("otel.traces.exporter", "otlp");
    properties.put("otel.exporter.otlp.endpoint", endpoint);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      properties.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    Settings settings = SettingsReader.read(null, properties, null);
    assertThat(settings.warnings()).isEmpty();
    exports = new Exports(settings.exports());
    Resource resource = Resource.builder().put("service.name", "shop").build();
    SdkMeterProviderBuilder meterBuilder = SdkMeterProvider.builder().setResource(resource);
    exports.addTo(meterBuilder);
    meters = meterBuilder.build();
    SdkTracerProviderBuilder tracerBuilder = SdkTracerProvider.builder().setResource(resource);
    exports.spanProcessors(this::dropped).forEach(tracerBuilder::addSpanProcessor);
    tracers = tracerBuilder.build();
    loggers = exports.loggers(resource, this::dropped);
    counter = meters.get("test").counterBuilder("calls").build();
    exports.open();
  }

  void span(String name) {
    tracer().spanBuilder(name).startSpan().end();
  }

  Tracer tracer() {
    return tracers.get("test");
  }

  Logger logger() {
    return loggers.get("test");
  }

  boolean flush() {
    boolean done = tracers.forceFlush().join(20, TimeUnit.SECONDS).isSuccess();
    done &= meters.forceFlush().join(20, TimeUnit.SECONDS).isSuccess();
    if (loggers != null) {
      done &= loggers.forceFlush().join(20, TimeUnit.SECONDS).isSuccess();
    }
    return done;
  }

  private Runnable dropped(String what) {
    return dropped.computeIfAbsent(what, key -> new AtomicLong())::incrementAndGet;
  }

  /** The number of dropped items; below 0 if there is no such counter. */
  long countOf(String what) {
    AtomicLong count = dropped.get(what);
    return count == null ? -1 : count.get();
  }

  @Override
  public void close() {
    exports.end();
    tracers.close();
    meters.close();
    if (loggers != null) {
      loggers.close();
    }
  }
}
