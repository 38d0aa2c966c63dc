package io.cioagent.core.telemetry;

import static io.cioagent.core.telemetry.RunningTelemetry.attributes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import io.cioagent.core.call.Call;
import io.cioagent.core.call.Exchange;
import io.cioagent.core.operation.Operation;
import io.cioagent.core.tracing.TraceParent;
import io.cioagent.core.tracing.TraceSource;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The contents of spans; {@link RecentSpansTest} covers how they are held. */
class SpansTest {
  private static final int CLIENT = 3;
  private static final int OK = 1;
  private static final int ERROR = 2;
  private static final String ATTEMPT_NAME = "PUT /api/v1/customers/{identifier}";
  private static final String MASKED_URL =
      "https://track.customer.io/api/v1/customers/REDACTED?REDACTED";

  private static Map<String, String> callAttributes(RunningTelemetry running) throws IOException {
    List<JsonNode> spans = running.spans();
    return attributes(spans.get(spans.size() - 1));
  }

  @Test
  void callAndAttemptAreParentAndChild() throws IOException {
    RunningTelemetry running = new RunningTelemetry();
    running.call(Operation.TRACK, "u1", "bought", 200);
    List<JsonNode> spans = running.spans();
    assertThat(spans).hasSize(2);

    JsonNode call = spans.get(1);
    assertThat(call.get("name").asText()).isEqualTo("customerio.track");
    assertThat(call.get("kind").asInt()).isEqualTo(CLIENT);
    assertThat(call.path("parentSpanId").asText()).isEmpty();
    assertThat(call.path("status").path("code").asInt()).isEqualTo(OK);
    assertThat(attributes(call))
        .containsOnly(
            entry("customerio.operation", "track"),
            entry("customerio.api", "track"),
            entry("customerio.user.id", "u1"),
            entry("customerio.event.name", "bought"));

    JsonNode attempt = spans.get(0);
    assertThat(attempt.get("name").asText()).isEqualTo(ATTEMPT_NAME);
    assertThat(attempt.get("kind").asInt()).isEqualTo(CLIENT);
    assertThat(attempt.get("traceId")).isEqualTo(call.get("traceId"));
    assertThat(attempt.get("parentSpanId")).isEqualTo(call.get("spanId"));
    assertThat(attempt.path("status").path("code").asInt()).isZero();
    assertThat(attributes(attempt))
        .containsOnly(
            entry("http.request.method", "PUT"),
            entry("server.address", "track.customer.io"),
            entry("server.port", "443"),
            entry("url.full", MASKED_URL),
            entry("url.template", "/api/v1/customers/{identifier}"),
            entry("http.response.status_code", "200"));
  }

  @Test
  void spanOfTheApplicationIsTheParent() throws IOException {
    RunningTelemetry running = new RunningTelemetry();
    TraceParent parent =
        new TraceParent("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", true);
    TraceSource source = () -> parent;
    running.observer.traces().add(source);
    running.identify("u1", 200);
    running.exchange(200);
    List<JsonNode> spans = running.spans();
    assertThat(spans)
        .extracting(span -> span.get("traceId").asText())
        .containsExactly(parent.traceId(), parent.traceId(), parent.traceId());
    assertThat(spans.get(0).get("parentSpanId")).isEqualTo(spans.get(1).get("spanId"));
    assertThat(spans.get(1).get("parentSpanId").asText()).isEqualTo(parent.spanId());
    assertThat(spans.get(2).get("parentSpanId").asText()).isEqualTo(parent.spanId());
  }

  @Test
  void unsampledTraceOfTheApplicationIsNotRecorded() throws IOException {
    RunningTelemetry running = new RunningTelemetry();
    TraceParent parent =
        new TraceParent("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", false);
    TraceSource source = () -> parent;
    running.observer.traces().add(source);
    running.identify("u1", 200);
    assertThat(running.spans()).isEmpty();
  }

  @Test
  void attemptLiesWithinItsCall() throws IOException {
    RunningTelemetry running = new RunningTelemetry();
    running.identify("u1", 200);
    JsonNode attempt = running.spans().get(0);
    JsonNode call = running.spans().get(1);
    assertThat(nanos(attempt, "start")).isBetween(nanos(call, "start"), nanos(attempt, "end"));
    assertThat(nanos(call, "end")).isGreaterThanOrEqualTo(nanos(attempt, "end"));
  }

  private static long nanos(JsonNode span, String which) {
    return span.get(which + "TimeUnixNano").asLong();
  }

  @Test
  void exchangeWithoutACallIsOneSpanWithBothSetsOfAttributes() throws IOException {
    RunningTelemetry running = new RunningTelemetry();
    running.exchange(429);
    assertThat(running.spans()).hasSize(1);
    JsonNode span = running.spans().get(0);
    assertThat(span.get("name").asText()).isEqualTo("customerio.identify");
    assertThat(span.path("status").path("code").asInt()).isEqualTo(ERROR);
    assertThat(span.path("status").path("message").asText()).isEqualTo("HTTP 429");
    assertThat(attributes(span))
        .containsOnly(
            entry("customerio.operation", "identify"),
            entry("customerio.api", "track"),
            entry("http.request.method", "PUT"),
            entry("server.address", "track.customer.io"),
            entry("server.port", "443"),
            entry("url.full", MASKED_URL),
            entry("url.template", "/api/v1/customers/{identifier}"),
            entry("http.response.status_code", "429"),
            entry("error.type", "429"));
  }

  @Test
  void retriesAreNumbered() throws IOException {
    RunningTelemetry running = new RunningTelemetry();
    running.call(Operation.IDENTIFY, "u1", null, 429, 200);
    List<JsonNode> spans = running.spans();
    assertThat(spans).hasSize(3);
    assertThat(attributes(spans.get(0)))
        .containsEntry("error.type", "429")
        .doesNotContainKey("http.request.resend_count");
    assertThat(spans.get(0).path("status").path("code").asInt()).isEqualTo(ERROR);
    assertThat(attributes(spans.get(1)))
        .containsEntry("http.request.resend_count", "1")
        .doesNotContainKey("error.type");
    assertThat(spans.get(2).path("status").path("code").asInt()).isEqualTo(OK);
    assertThat(attributes(spans.get(2))).doesNotContainKey("error.type");
  }

  @Test
  void retriesOfAnExchangeWithoutACallAreChildrenOfTheFirst() throws IOException {
    RunningTelemetry running = new RunningTelemetry();
    Exchange exchange = running.startExchange();
    exchange.answered(401);
    exchange.attempt("PUT", "https", "track.customer.io", -1, "/api/v1/customers/1");
    exchange.end(200, null);

    List<JsonNode> spans = running.spans();
    assertThat(spans)
        .extracting(span -> span.get("name").asText())
        .containsExactly(ATTEMPT_NAME, "customerio.identify");
    assertThat(spans.get(0).get("parentSpanId")).isEqualTo(spans.get(1).get("spanId"));
    assertThat(attributes(spans.get(0))).containsEntry("http.response.status_code", "200");
    assertThat(attributes(spans.get(1)))
        .containsEntry("http.response.status_code", "401")
        // The operation succeeded in the end.
        .doesNotContainKey("error.type");
    assertThat(spans.get(1).path("status").path("code").asInt()).isEqualTo(OK);
  }

  @Test
  void exceptionIsRecordedAndMasked() throws IOException {
    RunningTelemetry running = new RunningTelemetry();
    Call call = running.observer.enterClientMethod(Operation.IDENTIFY, false, "u1", null);
    running.observer.exitClientMethod(
        call, null, new IllegalStateException("no such person: jane@example.com"));

    JsonNode span = running.spans().get(0);
    assertThat(span.path("status").path("code").asInt()).isEqualTo(ERROR);
    assertThat(span.path("status").path("message").asText())
        .startsWith("no such person: ")
        .doesNotContain("jane");
    assertThat(attributes(span)).containsEntry("error.type", "unknown");

    assertThat(span.path("events")).hasSize(1);
    JsonNode event = span.path("events").get(0);
    assertThat(event.get("name").asText()).isEqualTo("exception");
    assertThat(attributes(event))
        .containsEntry("exception.type", "java.lang.IllegalStateException")
        .containsEntry("exception.message", span.path("status").path("message").asText());
    assertThat(attributes(event).get("exception.stacktrace"))
        .contains("at io.cioagent.core.telemetry.SpansTest.exceptionIsRecordedAndMasked")
        .doesNotContain("jane");
  }

  @Test
  void exceptionWithoutAMessageIsRecorded() throws IOException {
    RunningTelemetry running = new RunningTelemetry();
    running.startExchange().end(0, new SocketTimeoutException());
    JsonNode span = running.spans().get(0);
    assertThat(span.path("status").path("message").asText()).isEqualTo("timeout");
    assertThat(attributes(span)).containsEntry("error.type", "timeout");
    assertThat(span.path("events")).hasSize(1);
  }

  @Test
  void failedAttemptRecordsItsException() throws IOException {
    RunningTelemetry running = new RunningTelemetry();
    Call call = running.observer.enterClientMethod(Operation.IDENTIFY, false, "u1", null);
    running.startExchange().end(0, new ConnectException("Connection refused"));
    running.observer.exitClientMethod(call, null, null);

    JsonNode attempt = running.spans().get(0);
    assertThat(attempt.path("status").path("message").asText()).isEqualTo("Connection refused");
    assertThat(attributes(attempt)).containsEntry("error.type", "connect");
    assertThat(attempt.path("events")).hasSize(1);
  }

  @Test
  void swallowedFailureNamesTheStatus() throws IOException {
    RunningTelemetry running = new RunningTelemetry();
    running.identify("u1", 500);
    JsonNode call = running.spans().get(1);
    assertThat(call.path("status").path("code").asInt()).isEqualTo(ERROR);
    assertThat(call.path("status").path("message").asText()).isEqualTo("HTTP 500");
    assertThat(call.path("events")).isEmpty();
  }

  @Test
  void unknownRouteHidesThePath() throws IOException {
    RunningTelemetry running = new RunningTelemetry();
    Call call = running.observer.enterClientMethod(Operation.IDENTIFY, false, "u1", null);
    Exchange exchange = running.observer.startExchange();
    exchange.attempt("GET", "http", "track.customer.io", 8080, "/people/jane@example.com");
    exchange.end(200, null);
    running.observer.exitClientMethod(call, null, null);

    JsonNode attempt = running.spans().get(0);
    assertThat(attempt.get("name").asText()).isEqualTo("GET");
    assertThat(attributes(attempt))
        .containsEntry("url.full", "http://track.customer.io:8080/REDACTED")
        .doesNotContainKey("url.template");
    assertThat(running.spansDocument().toString()).doesNotContain("jane");
  }

  @Test
  void userIdsOfEveryTypeAreRecorded() throws IOException {
    RunningTelemetry running = new RunningTelemetry();
    UUID uuid = UUID.randomUUID();
    running.identify(uuid, 200);
    assertThat(callAttributes(running)).containsEntry("customerio.user.id", uuid.toString());
    running.identify(42L, 200);
    assertThat(callAttributes(running)).containsEntry("customerio.user.id", "42");
    running.identify(null, 200);
    assertThat(callAttributes(running)).doesNotContainKey("customerio.user.id");
  }

  @Test
  void userIdsFollowTheSetting() throws IOException {
    String hash = "8c87b489ce35cf2e";
    assertThat(userId("auto", "jane@example.com")).isEqualTo(hash);
    assertThat(userId("hash", "jane@example.com")).isEqualTo(hash);
    assertThat(userId("plain", "jane@example.com")).isEqualTo("jane@example.com");
    assertThat(userId("none", "jane@example.com")).isNull();
    assertThat(userId("auto", "u1")).isEqualTo("u1");
    assertThat(userId("hash", "u1")).isNotEqualTo("u1");
  }

  private static String userId(String mode, String userId) throws IOException {
    RunningTelemetry running = new RunningTelemetry("user-id", mode);
    running.identify(userId, 200);
    return callAttributes(running).get("customerio.user.id");
  }

  @Test
  void eventNamesAreMasked() throws IOException {
    RunningTelemetry running = new RunningTelemetry();
    running.call(Operation.TRACK, "u1", "invited jane@example.com", 200);
    assertThat(callAttributes(running).get("customerio.event.name"))
        .startsWith("invited ")
        .doesNotContain("jane");
  }

  @Test
  void partialFailureIsNamed() throws IOException {
    RunningTelemetry running = new RunningTelemetry();
    running.exchange(207);
    JsonNode span = running.spans().get(0);
    assertThat(span.path("status").path("message").asText()).isEqualTo("partial_failure");
    assertThat(attributes(span))
        .containsEntry("error.type", "partial_failure")
        .containsEntry("http.response.status_code", "207");
  }
}
