package io.cioagent.core.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.CapturedError;
import io.cioagent.core.call.Call;
import io.cioagent.core.config.Settings;
import io.cioagent.core.config.SettingsReader;
import io.cioagent.core.endpoint.Endpoint;
import io.cioagent.core.endpoint.EndpointAddress;
import io.cioagent.core.event.EarlyEvents;
import io.cioagent.core.metrics.AgentFacts;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.operation.Hosts;
import io.cioagent.core.operation.Operation;
import io.cioagent.core.operation.Routes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnDemandTelemetryTest {
  private static final String ONE = "customerio_api_requests_total{operation=\"identify\",status=";

  @TempDir private Path folder;

  private final EarlyEvents events = new EarlyEvents();
  private final AtomicInteger failures = new AtomicInteger();
  private Endpoint endpoint;

  @AfterEach
  void close() {
    if (endpoint != null) {
      endpoint.close();
    }
  }

  private OnDemandTelemetry telemetry(AgentFacts facts, String... settings) throws IOException {
    Map<String, String> properties = new HashMap<>();
    properties.put("customerio.agent.prometheus.port", "0");
    properties.put("customerio.agent.log.level", "off");
    for (int i = 0; i < settings.length; i += 2) {
      properties.put(settings[i], settings[i + 1]);
    }
    Settings read = SettingsReader.read(null, properties, null);
    OnDemandTelemetry telemetry =
        new OnDemandTelemetry(read, facts, events, failures::incrementAndGet);
    try (CapturedError error = new CapturedError()) {
      telemetry.begin();
      endpoint = telemetry.open(EndpointAddress.NO_PORT);
      assertThat(error.text()).contains("metrics at http://");
    }
    return telemetry;
  }

  private void identify() {
    Observer observer = observer();
    Call call = observer.enterClientMethod(Operation.IDENTIFY, false, "5", null);
    observer.exitClientMethod(call, null, null);
  }

  private Observer observer() {
    Settings settings = SettingsReader.read(null, null, null);
    Hosts hosts = new Hosts(settings.hosts());
    return new Observer(hosts, Routes.load(), events, settings.webhookRules());
  }

  private String get(String path) throws IOException {
    String url = endpoint.metricsUrl().replace("/metrics", path);
    return EndpointResponse.to("GET", url).body;
  }

  /** Counts how often telemetry reads what it needs to start. */
  private static class CountedFacts implements AgentFacts {
    final AtomicInteger starts = new AtomicInteger();
    final CountDownLatch started = new CountDownLatch(1);
    private final AgentFacts facts = new FixedFacts();

    @Override
    public String version() {
      return facts.version();
    }

    @Override
    public int wovenClasses() {
      return facts.wovenClasses();
    }

    @Override
    public Map<String, String> libraries() {
      return facts.libraries();
    }

    @Override
    public Collection<String> places() {
      starts.incrementAndGet();
      started.countDown();
      return facts.places();
    }
  }

  @Test
  void healthyDoesNotStartIt() throws IOException {
    CountedFacts facts = new CountedFacts();
    telemetry(facts);
    assertThat(get("/-/healthy")).contains(" is up: ").endsWith(" errors=0 dropped=0\n");
    assertThat(get("/nowhere")).contains("not found");
    assertThat(facts.starts).hasValue(0);
  }

  @Test
  void firstScrapeStartsIt() throws IOException {
    CountedFacts facts = new CountedFacts();
    telemetry(facts);
    assertThat(get("/metrics")).contains(ONE + "\"success\"} 0.0", ONE + "\"unknown\"} 0.0");
    assertThat(get("/metrics")).contains(ONE + "\"success\"} 0.0");
    assertThat(facts.starts).hasValue(1);
  }

  @Test
  void firstRequestForSpansStartsIt() throws IOException {
    telemetry(new FixedFacts());
    identify();
    assertThat(get("/spans")).contains("customerio.identify");
  }

  @Test
  void firstEventStartsItInTheBackground() throws Exception {
    CountedFacts facts = new CountedFacts();
    telemetry(facts);
    Observer observer = observer();
    Call call = observer.enterClientMethod(Operation.IDENTIFY, false, "5", null);
    boolean started = facts.started.await(30, TimeUnit.SECONDS);
    observer.exitClientMethod(call, null, null);
    assertThat(started).isTrue();
    assertThat(facts.starts).hasValue(1);
  }

  @Test
  void nextScrapeHasTheFirstEventExactlyOnce() throws IOException {
    telemetry(new FixedFacts());
    identify();
    assertThat(get("/metrics")).contains(ONE + "\"unknown\"} 1.0");
    identify();
    assertThat(get("/metrics")).contains(ONE + "\"unknown\"} 2.0");
  }

  @Test
  void eventsBeforeItIsKnownAreCounted() throws IOException {
    identify();
    CountedFacts facts = new CountedFacts();
    telemetry(facts);
    assertThat(get("/metrics")).contains(ONE + "\"unknown\"} 1.0");
    assertThat(facts.starts).hasValue(1);
  }

  @Test
  void exitRightAfterTheFirstEventWritesTheLogWithoutTheSdk() throws IOException {
    Path log = folder.resolve("operations.log");
    CountedFacts facts = new CountedFacts();
    telemetry(
        facts, "customerio.agent.log.level", "info", "customerio.agent.log.output", log.toString());
    identify();
    events.run(System.nanoTime() + TimeUnit.SECONDS.toNanos(10));
    assertThat(Files.readAllLines(log))
        .singleElement()
        .asString()
        .contains("Customer.io identify")
        .containsPattern("\"trace_id\":\"[0-9a-f]{32}\",\"span_id\":\"[0-9a-f]{16}\"");
    assertThat(facts.starts).hasValue(0);
  }

  @Test
  void failureToStartIsReportedOnceAndClosesTheEndpoint() throws IOException {
    AgentFacts broken =
        new CountedFacts() {
          @Override
          public Collection<String> places() {
            throw new IllegalStateException("no places");
          }
        };
    OnDemandTelemetry telemetry = telemetry(broken);
    try (CapturedError error = new CapturedError()) {
      identify();
      assertThat(telemetry.await()).isNull();
      identify();
      assertThat(telemetry.await()).isNull();
      assertThat(error.text().split("\n"))
          .singleElement()
          .asString()
          .contains(
              "The agent did not start; the application runs without it:"
                  + " java.lang.IllegalStateException: no places");
    }
    assertThat(failures).hasValue(1);
    assertThat(events.anyKept()).isFalse();
    assertThat(telemetry.open(EndpointAddress.NO_PORT)).isNull();
  }
}
