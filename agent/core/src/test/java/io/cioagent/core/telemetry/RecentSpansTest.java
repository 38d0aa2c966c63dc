package io.cioagent.core.telemetry;

import static io.cioagent.core.telemetry.RunningTelemetry.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cioagent.core.operation.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecentSpansTest {

  private static List<String> userIds(RunningTelemetry running) throws IOException {
    return running.spans().stream()
        .map(span -> attributes(span).get("customerio.user.id"))
        .collect(Collectors.toList());
  }

  private static void calls(RunningTelemetry running, int from, int to) {
    for (int i = from; i <= to; i++) {
      running.call(Operation.IDENTIFY, "u" + i, null);
    }
  }

  @Test
  void documentIsOtlpJson() throws IOException {
    RunningTelemetry running = new RunningTelemetry("service-name", "shop", "environment", "test");
    running.identify("u1", 200);
    JsonNode document = running.spansDocument();

    assertThat(document.path("resourceSpans")).hasSize(1);
    JsonNode resource = document.path("resourceSpans").get(0);
    assertThat(attributes(resource.path("resource")))
        .containsEntry("service.name", "shop")
        .containsEntry("deployment.environment.name", "test")
        .containsEntry("telemetry.distro.name", "customerio-agent")
        .containsEntry("telemetry.distro.version", "1.2.3");
    assertThat(resource.path("scopeSpans")).hasSize(1);
    JsonNode scope = resource.path("scopeSpans").get(0);
    assertThat(scope.path("scope").path("name").asText()).isEqualTo("io.cioagent");
    for (JsonNode span : scope.path("spans")) {
      assertThat(span.get("traceId").asText()).matches("[0-9a-f]{32}");
      assertThat(span.get("spanId").asText()).matches("[0-9a-f]{16}");
      assertThat(span.get("startTimeUnixNano").asText()).matches("[0-9]{19}");
      assertThat(span.get("endTimeUnixNano").asText()).matches("[0-9]{19}");
    }
  }

  @Test
  void isEmptyAtFirst() throws IOException {
    assertThat(new RunningTelemetry().spans()).isEmpty();
  }

  @Test
  void newestSpanIsLast() throws IOException {
    RunningTelemetry running = new RunningTelemetry();
    calls(running, 1, 4);
    assertThat(userIds(running)).containsExactly("u1", "u2", "u3", "u4");
  }

  @Test
  void oldestSpanIsOverwritten() throws IOException {
    RunningTelemetry running = new RunningTelemetry("spans.recent", "3");
    calls(running, 1, 3);
    assertThat(userIds(running)).containsExactly("u1", "u2", "u3");
    calls(running, 4, 4);
    assertThat(userIds(running)).containsExactly("u2", "u3", "u4");
    calls(running, 5, 100);
    assertThat(userIds(running)).containsExactly("u98", "u99", "u100");
  }

  @Test
  void sizeOneHoldsTheLastSpan() throws IOException {
    RunningTelemetry running = new RunningTelemetry("spans.recent", "1");
    calls(running, 1, 2);
    assertThat(userIds(running)).containsExactly("u2");
  }

  @Test
  void unsampledSpansAreNotHeld() throws IOException {
    RunningTelemetry off = new RunningTelemetry("otel.traces.sampler", "always_off");
    calls(off, 1, 2);
    assertThat(off.spans()).isEmpty();

    RunningTelemetry none =
        new RunningTelemetry(
            "otel.traces.sampler", "parentbased_traceidratio", "otel.traces.sampler.arg", "0");
    calls(none, 1, 2);
    assertThat(none.spans()).isEmpty();
    assertThat(none.scrape())
        .contains("customerio_api_requests_total{operation=\"identify\",status=\"unknown\"} 2.0");

    RunningTelemetry all =
        new RunningTelemetry("otel.traces.sampler", "traceidratio", "otel.traces.sampler.arg", "1");
    calls(all, 1, 2);
    assertThat(all.spans()).hasSize(2);
  }

  @Test
  void concurrentThreadsFillTheBuffer() throws Exception {
    RunningTelemetry running = new RunningTelemetry("spans.recent", "64");
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread thread = new Thread(() -> calls(running, 1, 500));
      threads.add(thread);
      thread.start();
    }
    while (threads.stream().anyMatch(Thread::isAlive)) {
      // A concurrent read never fails and never returns more spans than the limit.
      assertThat(running.spans()).hasSizeLessThanOrEqualTo(64);
    }
    assertThat(running.spans()).hasSize(64);
    assertThat(running.spans()).extracting(span -> span.get("spanId")).doesNotHaveDuplicates();
  }
}
