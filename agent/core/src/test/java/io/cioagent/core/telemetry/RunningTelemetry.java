package io.cioagent.core.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cioagent.core.CapturedError;
import io.cioagent.core.call.Call;
import io.cioagent.core.call.Exchange;
import io.cioagent.core.config.Settings;
import io.cioagent.core.config.SettingsReader;
import io.cioagent.core.endpoint.EndpointAddress;
import io.cioagent.core.event.EarlyEvents;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.operation.Hosts;
import io.cioagent.core.operation.Operation;
import io.cioagent.core.operation.Routes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The complete telemetry as it runs in an application, and its outputs. */
final class RunningTelemetry {
  private static final Pattern URL = Pattern.compile("metrics at (http://\\S+)/metrics");

  final Telemetry telemetry;

  final Observer observer;

  /** The log output at start-up. */
  final String log;

  /** The URL of the endpoint, or null if it is off. */
  final String url;

  /**
   * @param settings alternating names without their prefix and values
   */
  RunningTelemetry(String... settings) throws IOException {
    Map<String, String> properties = new HashMap<>();
    properties.put("customerio.agent.prometheus.port", "0");
    // The log writes to the standard error of the process, which belongs to the test runner.
    properties.put("customerio.agent.log.level", "off");
    for (int i = 0; i < settings.length; i += 2) {
      String name = settings[i];
      properties.put(name.startsWith("otel.") ? name : "customerio.agent." + name, settings[i + 1]);
    }
    Settings read = SettingsReader.read(null, properties, null);
    assertThat(read.warnings()).isEmpty();
    try (CapturedError error = new CapturedError()) {
      OnDemandTelemetry onDemand =
          new OnDemandTelemetry(read, new FixedFacts(), new EarlyEvents(), () -> {});
      onDemand.begin();
      onDemand.open(EndpointAddress.NO_PORT);
      telemetry = onDemand.awaitTelemetry();
      log = error.text();
    }
    Matcher matcher = URL.matcher(log);
    url = matcher.find() ? matcher.group(1) : null;
    Hosts hosts = new Hosts(read.hosts());
    observer = new Observer(hosts, Routes.load(), telemetry.listener(), read.webhookRules());
  }

  EndpointResponse get(String path, String... headers) throws IOException {
    return EndpointResponse.to("GET", url + path, headers);
  }

  /** The samples of a scrape, as lines. */
  List<String> scrape() throws IOException {
    EndpointResponse answer = get("/metrics");
    assertThat(answer.status).isEqualTo(200);
    List<String> samples = new ArrayList<>();
    for (String line : answer.body.split("\n")) {
      if (!line.isEmpty() && line.charAt(0) != '#') {
        samples.add(line);
      }
    }
    return samples;
  }

  /** The document of {@code /spans}. */
  JsonNode spansDocument() throws IOException {
    EndpointResponse answer = get("/spans");
    assertThat(answer.status).isEqualTo(200);
    assertThat(answer.contentType).isEqualTo("application/json");
    return new ObjectMapper().readTree(answer.body);
  }

  /** The spans of {@code /spans}, oldest first. */
  List<JsonNode> spans() throws IOException {
    List<JsonNode> spans = new ArrayList<>();
    for (JsonNode resource : spansDocument().path("resourceSpans")) {
      for (JsonNode scope : resource.path("scopeSpans")) {
        scope.path("spans").forEach(spans::add);
      }
    }
    return spans;
  }

  /** Calls a client method with one exchange. */
  void identify(Object userId, int status) {
    call(Operation.IDENTIFY, userId, null, status);
  }

  void call(Operation operation, Object userId, String eventName, int... statuses) {
    Call call = observer.enterClientMethod(operation, false, userId, eventName);
    for (int status : statuses) {
      exchange(status);
    }
    observer.exitClientMethod(call, null, null);
  }

  /** Makes an HTTP exchange. */
  void exchange(int status) {
    Exchange exchange = startExchange();
    exchange.answered(status);
    exchange.end(status, null);
  }

  Exchange startExchange() {
    Exchange exchange = observer.startExchange();
    exchange.attempt("PUT", "https", "track.customer.io", -1, "/api/v1/customers/jane%40x.io?a=b");
    return exchange;
  }

  /** The attributes of a span, event or resource, all as text. */
  static Map<String, String> attributes(JsonNode node) {
    Map<String, String> attributes = new HashMap<>();
    for (JsonNode attribute : node.path("attributes")) {
      attributes.put(
          attribute.get("key").asText(), attribute.get("value").elements().next().asText());
    }
    return attributes;
  }
}
