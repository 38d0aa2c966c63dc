package io.cioagent.it.published;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Sample;
import io.cioagent.it.endpoint.Scrape;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.BuildAndOldestJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** The scrape of an application that has not called Customer.io yet. */
@BuildAndOldestJdk
class FirstScrapeIT {

  @Parameter private Jdk jdk;
  private RunningJvm jvm;
  private Scrape scrape;

  @BeforeParameterizedClassInvocation
  void start() {
    jvm =
        Jvm.on(jdk)
            .agent("environment=test")
            .environment("OTEL_RESOURCE_ATTRIBUTES", "team=crm")
            .classPath(Build.java8Apps())
            .start("io.cioagent.it.apps.ClientsApp", "nowhere")
            .ready();
    scrape = jvm.endpoint().scrape();
  }

  @AfterParameterizedClassInvocation
  void stop() {
    jvm.close();
  }

  @Test
  void requestsExistWithZero() {
    assertThat(scrape.of("customerio_api_requests_total"))
        .extracting(Sample::labels)
        .containsExactlyInAnyOrder(
            Map.of("operation", "identify", "status", "success"),
            Map.of("operation", "identify", "status", "error"),
            Map.of("operation", "identify", "status", "unknown"),
            Map.of("operation", "track", "status", "success"),
            Map.of("operation", "track", "status", "error"),
            Map.of("operation", "track", "status", "unknown"));
    assertThat(scrape.sum("customerio_api_requests_total")).isZero();
  }

  @Test
  void errorsExistWithZero() {
    assertThat(scrape.of("customerio_api_errors_total"))
        .extracting(Sample::labels)
        .containsExactlyInAnyOrder(
            Map.of("operation", "identify", "error_type", "unknown"),
            Map.of("operation", "track", "error_type", "unknown"));
    assertThat(scrape.sum("customerio_api_errors_total")).isZero();
  }

  @Test
  void typesAreDeclared() {
    assertThat(scrape.types())
        .containsEntry("customerio_api_requests_total", "counter")
        .containsEntry("customerio_api_errors_total", "counter");
  }

  @Test
  void noSeriesHasALabelOfOpenTelemetrys() {
    assertThat(scrape.samples())
        .isNotEmpty()
        .allSatisfy(
            sample ->
                assertThat(sample.labels().keySet()).noneMatch(label -> label.startsWith("otel_")));
  }

  @Test
  void noUnexpectedMetricsArePublished() {
    assertThat(scrape.samples())
        .extracting(Sample::name)
        .allMatch(name -> name.startsWith("customerio_") || name.equals("target_info"));
  }

  @Test
  void agentReportsOnItself() {
    List<Sample> info = scrape.of("customerio_agent_info");
    assertThat(info).hasSize(1);
    assertThat(info.get(0).value()).isEqualTo(1);
    assertThat(info.get(0).labels()).containsOnlyKeys("version", "java_version");
    assertThat(info.get(0).label("java_version")).contains(String.valueOf(jdk.feature()));
    assertThat(scrape.of("customerio_agent_errors_total"))
        .extracting(sample -> sample.label("where"))
        .contains("weaver", "client", "httpurlconnection");
    assertThat(scrape.sum("customerio_agent_errors_total")).isZero();
    assertThat(scrape.of("customerio_agent_woven_classes")).hasSize(1);
  }

  @Test
  void resourceIsOneSeries() {
    List<Sample> info = scrape.of("target_info");
    assertThat(info).hasSize(1);
    assertThat(info.get(0).labels())
        .containsEntry("deployment_environment_name", "test")
        .containsEntry("team", "crm");
    assertThat(info.get(0).label("service_name")).contains("ClientsApp");
  }
}
