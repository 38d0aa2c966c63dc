package io.cioagent.instrumentation.opentelemetryapi;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.TracerAdapter;
import io.cioagent.instrumentation.TracerInstrumentation;

/** Finds the copies of the API, for their current span. */
public final class OpenTelemetryApiInstrumentation implements TracerInstrumentation {

  /**
   * @param observer unused, the adapters have it
   */
  public OpenTelemetryApiInstrumentation(Observer observer) {}

  /** First needed when a span is looked up or made current, and never before. */
  @Override
  public String className() {
    return "io.opentelemetry.api.trace.SpanContextKey";
  }

  @Override
  public Class<? extends TracerAdapter> adapter() {
    return CurrentSpanAdapter.class;
  }
}
