package io.cioagent.core.sdklog;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.CapturedError;
import io.opentelemetry.exporter.prometheus.PrometheusMetricReader;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Runs only on the relocated classes, whose execution is in the pom of agent/launcher. */
@EnabledIfSystemProperty(named = "customerio.test.relocated", matches = "true")
class SdkMessagesTest {

  @Test
  void warningOfTheSdkGoesToTheLogOfTheAgent() throws Exception {
    try (CapturedError error = new CapturedError();
        SdkMeterProvider meters =
            SdkMeterProvider.builder()
                .registerMetricReader(PrometheusMetricReader.builder().build())
                .build()) {
      meters.get("test").counterBuilder("1 invalid name").build();

      assertThat(error.text())
          .contains("WARN io.opentelemetry.sdk.metrics.SdkMeter - Instrument name");
    }
  }
}
