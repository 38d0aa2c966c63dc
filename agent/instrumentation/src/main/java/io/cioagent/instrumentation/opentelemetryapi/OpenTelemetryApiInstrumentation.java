package io.cioagent.instrumentation.opentelemetryapi;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.TracerAdapter;
import io.cioagent.instrumentation.TracerInstrumentation;

/** Asks each copy of the API for its current span. */
public final class OpenTelemetryApiInstrumentation implements TracerInstrumentation {

  /**
   * @param observer unused, the adapters have it
   */
  public OpenTelemetryApiInstrumentation(Observer observer) {}

  @Override
  public Class<? extends TracerAdapter> adapter() {
    return CurrentSpanAdapter.class;
  }
}
