package io.cioagent.benchmarks.percall.wrapper;

import com.example.shop.CustomerIoClient;
import io.opentelemetry.api.trace.Span;
import java.util.Map;

/** A client that measures its calls itself. */
final class MeasuredClient extends CustomerIoClient {

  private final SdkTelemetry telemetry;

  MeasuredClient(SdkTelemetry telemetry) {
    this.telemetry = telemetry;
  }

  @Override
  public void identify(String userId, Map<String, Object> attributes) {
    long startNanos = System.nanoTime();
    Span span = telemetry.startOperation(userId);
    try {
      super.identify(userId, attributes);
      telemetry.operation(span, startNanos, null);
    } catch (RuntimeException e) {
      telemetry.operation(span, startNanos, e);
      throw e;
    }
  }
}
