package io.cioagent.core.telemetry;

import io.cioagent.core.config.Settings;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.exporter.prometheus.PrometheusMetricReader;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.SdkMeterProviderBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Map;

/** OpenTelemetry's SDK as the settings want it. */
final class Sdk {
  private final PrometheusRegistry registry;
  private final RecentSpans recent;
  private final MeterProvider meters;
  private final TracerProvider tracers;

  /**
   * Brings it up.
   *
   * @param version the agent's version
   */
  Sdk(Settings settings, String version) {
    Resource resource = resource(settings, version);
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
    meters = building.build();
    if (settings.recentSpans() > 0) {
      recent = new RecentSpans(settings.recentSpans());
      tracers =
          SdkTracerProvider.builder()
              .setResource(resource)
              .setSampler(sampler(settings))
              .addSpanProcessor(recent)
              .build();
    } else {
      recent = null;
      tracers = TracerProvider.noop();
    }
  }

  /** What Prometheus scrapes, null where it is not wanted. */
  PrometheusRegistry registry() {
    return registry;
  }

  /** Null where they are not wanted. */
  RecentSpans recentSpans() {
    return recent;
  }

  MeterProvider meters() {
    return meters;
  }

  TracerProvider tracers() {
    return tracers;
  }

  private static Resource resource(Settings settings, String version) {
    AttributesBuilder attributes = Attributes.builder();
    for (Map.Entry<String, String> each : settings.resourceAttributes().entrySet()) {
      attributes.put(each.getKey(), each.getValue());
    }
    attributes.put("service.name", settings.serviceName());
    attributes.put("telemetry.distro.name", "customerio-agent");
    attributes.put("telemetry.distro.version", version);
    if (settings.environment() != null) {
      attributes.put("deployment.environment.name", settings.environment());
    }
    return Resource.getDefault().merge(Resource.create(attributes.build()));
  }

  private static Sampler sampler(Settings settings) {
    String name = settings.tracesSampler();
    String parentBased = "parentbased_";
    if (name.startsWith(parentBased)) {
      return Sampler.parentBased(
          rootSampler(name.substring(parentBased.length()), settings.tracesSamplerArg()));
    }
    return rootSampler(name, settings.tracesSamplerArg());
  }

  private static Sampler rootSampler(String name, String argument) {
    switch (name) {
      case "always_off":
        return Sampler.alwaysOff();
      case "traceidratio":
        return Sampler.traceIdRatioBased(argument == null ? 1 : Double.parseDouble(argument));
      default:
        return Sampler.alwaysOn();
    }
  }
}
