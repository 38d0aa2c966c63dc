package io.cioagent.core.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cioagent.core.CapturedError;
import io.cioagent.core.call.Call;
import io.cioagent.core.call.Exchange;
import io.cioagent.core.operation.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");
  private static final Pattern EXEMPLAR =
      Pattern.compile("# \\{span_id=\"(\\w{16})\",trace_id=\"(\\w{32})\"}");

  private static List<String> named(List<String> samples, String prefix) {
    return samples.stream()
        .filter(sample -> sample.startsWith(prefix))
        .collect(Collectors.toList());
  }

  /** The distinct sets of label names of all samples. */
  private static Set<String> labels(List<String> samples) {
    Set<String> sets = new TreeSet<>();
    for (String sample : samples) {
      Set<String> names = new TreeSet<>();
      Matcher matcher = LABEL.matcher(sample);
      while (matcher.find()) {
        names.add(matcher.group(1));
      }
      names.remove("le");
      sets.add(String.join(" ", names));
    }
    return sets;
  }

  @Test
  void seriesForDashboardsExistFromTheStart() throws IOException {
    assertThat(new RunningTelemetry().scrape())
        .contains(
            "customerio_api_requests_total{operation=\"identify\",status=\"success\"} 0.0",
            "customerio_api_requests_total{operation=\"identify\",status=\"error\"} 0.0",
            "customerio_api_requests_total{operation=\"identify\",status=\"unknown\"} 0.0",
            "customerio_api_requests_total{operation=\"track\",status=\"success\"} 0.0",
            "customerio_api_requests_total{operation=\"track\",status=\"error\"} 0.0",
            "customerio_api_requests_total{operation=\"track\",status=\"unknown\"} 0.0",
            "customerio_api_errors_total{error_type=\"unknown\",operation=\"identify\"} 0.0",
            "customerio_api_errors_total{error_type=\"unknown\",operation=\"track\"} 0.0");
  }

  @Test
  void operationsAndAttemptsAreCounted() throws IOException {
    RunningTelemetry running = new RunningTelemetry();
    running.identify("u1", 200);
    running.call(Operation.IDENTIFY, "u1", null, 429, 200);
    running.identify("u1", 500);
    running.exchange(207);

    List<String> samples = running.scrape();
    assertThat(samples)
        .contains(
            "customerio_api_requests_total{operation=\"identify\",status=\"success\"} 2.0",
            "customerio_api_requests_total{operation=\"identify\",status=\"error\"} 2.0",
            "customerio_api_errors_total{error_type=\"500\",operation=\"identify\"} 1.0",
            "customerio_api_errors_total{error_type=\"partial_failure\",operation=\"identify\"} 1.0",
            "customerio_api_latency_ms_count{operation=\"identify\",status=\"success\"} 2",
            "customerio_api_latency_ms_count{operation=\"identify\",status=\"error\"} 2");
    assertThat(named(samples, "http_client_request_duration_seconds_count"))
        .containsExactlyInAnyOrder(
            duration("", "200", 2), duration("429", "429", 1),
            duration("500", "500", 1), duration("", "207", 1));
  }

  private static String duration(String errorType, String status, int count) {
    String error = errorType.isEmpty() ? "" : "error_type=\"" + errorType + "\",";
    return "http_client_request_duration_seconds_count{"
        + error
        + "http_request_method=\"PUT\",http_response_status_code=\""
        + status
        + "\",server_address=\"track.customer.io\",server_port=\"443\","
        + "url_template=\"/api/v1/customers/{identifier}\"} "
        + count;
  }

  @Test
  void labelsMatchTheContract() throws IOException {
    RunningTelemetry running = new RunningTelemetry();
    running.identify("u1", 200);
    running.identify("u1", 500);
    running.startExchange().end(0, new TimeoutException());
    List<String> samples = running.scrape();

    assertThat(labels(named(samples, "customerio_api_latency_ms")))
        .containsOnly("operation status");
    assertThat(labels(named(samples, "customerio_api_requests_total")))
        .containsOnly("operation status");
    assertThat(labels(named(samples, "customerio_api_errors_total")))
        .containsOnly("error_type operation");
    String always = "http_request_method %sserver_address server_port url_template";
    assertThat(labels(named(samples, "http_client_request_duration_seconds")))
        .containsOnly(
            String.format(always, "http_response_status_code "),
            "error_type " + String.format(always, "http_response_status_code "),
            "error_type " + String.format(always, ""));
    assertThat(String.join("\n", samples)).doesNotContain("otel_scope").doesNotContain("jane");
  }

  @Test
  void bucketBoundsMatchTheContract() throws IOException {
    RunningTelemetry running = new RunningTelemetry();
    running.identify("u1", 200);
    List<String> samples = running.scrape();
    assertThat(bounds(samples, "customerio_api_latency_ms_bucket"))
        .containsExactly(
            "10.0", "25.0", "50.0", "100.0", "250.0", "500.0", "1000.0", "2500.0", "5000.0",
            "+Inf");
    assertThat(bounds(samples, "http_client_request_duration_seconds_bucket"))
        .containsExactly(
            "0.005", "0.01", "0.025", "0.05", "0.075", "0.1", "0.25", "0.5", "0.75", "1.0", "2.5",
            "5.0", "7.5", "10.0", "+Inf");
  }

  private static List<String> bounds(List<String> samples, String name) {
    return named(samples, name).stream()
        .map(sample -> sample.replaceAll(".*le=\"([^\"]*)\".*", "$1"))
        .collect(Collectors.toList());
  }

  @Test
  void unknownRequestsAreOther() throws IOException {
    RunningTelemetry running = new RunningTelemetry();
    Exchange exchange = running.observer.startExchange();
    exchange.attempt("BREW", "https", "track.customer.io", 8443, "/secret/jane@example.com");
    exchange.end(404, null);

    assertThat(running.scrape())
        .contains(
            "customerio_api_errors_total{error_type=\"404\",operation=\"other\"} 1.0",
            "http_client_request_duration_seconds_count{error_type=\"404\","
                + "http_request_method=\"_OTHER\",http_response_status_code=\"404\","
                + "server_address=\"track.customer.io\",server_port=\"8443\","
                + "url_template=\"other\"} 1");
  }

  @Test
  void portsAreBounded() throws IOException {
    RunningTelemetry running = new RunningTelemetry();
    for (int port = 1; port <= 1000; port++) {
      Exchange exchange = running.observer.startExchange();
      exchange.attempt("PUT", "https", "track.customer.io", port, "/api/v1/customers/1");
      exchange.end(200, null);
    }
    List<String> counts = named(running.scrape(), "http_client_request_duration_seconds_count");
    assertThat(counts).hasSize(101).anyMatch(count -> count.contains("server_port=\"0\""));
  }

  @Test
  void targetInfoContainsTheResource() throws IOException {
    RunningTelemetry running =
        new RunningTelemetry(
            "service-name", "shop", "environment", "test", "otel.resource.attributes", "team=crm");
    String info = named(running.scrape(), "target_info").get(0);
    assertThat(info)
        .contains("service_name=\"shop\"")
        .contains("deployment_environment_name=\"test\"")
        .contains("team=\"crm\"")
        .contains("telemetry_distro_name=\"customerio-agent\"")
        .contains("telemetry_distro_version=\"1.2.3\"");
    assertThat(running.log).contains("observes shop; metrics at");
  }

  @Test
  void eachJvmHasItsOwnInstanceIdUnlessOneIsSet() throws IOException {
    Pattern label = Pattern.compile("service_instance_id=\"([^\"]*)\"");
    List<String> ids = new ArrayList<>();
    for (String attributes : new String[] {"", "team=crm", "service.instance.id=pod-7"}) {
      RunningTelemetry running = new RunningTelemetry("otel.resource.attributes", attributes);
      running.identify("u1", 200);
      Matcher info = label.matcher(named(running.scrape(), "target_info").get(0));
      assertThat(info.find()).isTrue();
      assertThat(
              RunningTelemetry.attributes(running.spansDocument().at("/resourceSpans/0/resource")))
          .containsEntry("service.instance.id", info.group(1));
      ids.add(info.group(1));
    }
    assertThat(ids.get(2)).isEqualTo("pod-7");
    assertThat(UUID.fromString(ids.get(0))).isNotEqualTo(UUID.fromString(ids.get(1)));
  }

  @Test
  void latencyBucketsHaveTraceIdExemplars() throws IOException {
    RunningTelemetry running = new RunningTelemetry();
    running.identify("u1", 200);
    EndpointResponse answer =
        running.get("/metrics", "Accept", "application/openmetrics-text; version=1.0.0");
    assertThat(answer.contentType).startsWith("application/openmetrics-text");
    assertThat(answer.body).endsWith("# EOF\n");

    JsonNode operation = running.spans().get(1);
    String bucket =
        Arrays.stream(answer.body.split("\n"))
            .filter(line -> line.startsWith("customerio_api_latency_ms_bucket"))
            .filter(line -> line.contains("trace_id"))
            .findFirst()
            .orElse("");
    Matcher exemplar = EXEMPLAR.matcher(bucket);
    assertThat(exemplar.find()).as(bucket).isTrue();
    assertThat(exemplar.group(1)).isEqualTo(operation.get("spanId").asText());
    assertThat(exemplar.group(2)).isEqualTo(operation.get("traceId").asText());
  }

  @Test
  void agentFailuresAreCountedAndReportedOnce() throws IOException {
    RunningTelemetry running = new RunningTelemetry();
    try (CapturedError error = new CapturedError()) {
      running.observer.failed("client", new IllegalStateException("ours, jane@example.com"));
      String warnings = error.text();
      assertThat(warnings)
          .contains("The agent failed in client")
          .contains("IllegalStateException: ours")
          .doesNotContain("jane");
      running.observer.failed("client", new IllegalStateException("again"));
      assertThat(error.text()).isEqualTo(warnings);
    }
    assertThat(running.scrape()).contains("customerio_agent_errors_total{where=\"client\"} 2.0");
  }

  @Test
  void callsAreCountedWithoutSpans() throws IOException {
    RunningTelemetry running = new RunningTelemetry("spans.recent", "0");
    Call call = running.observer.enterClientMethod(Operation.TRACK, false, "u1", "bought");
    running.exchange(200);
    running.observer.exitClientMethod(call, null, null);
    assertThat(running.scrape())
        .contains("customerio_api_requests_total{operation=\"track\",status=\"success\"} 1.0");
    assertThat(running.get("/spans").status).isEqualTo(404);
  }
}
