package io.cioagent.it.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cioagent.it.endpoint.Endpoint;
import io.cioagent.it.endpoint.Span;
import io.cioagent.it.harness.Await;
import io.cioagent.it.monitoring.Panel.Target;
import io.cioagent.it.monitoring.Prometheus.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * A real Prometheus scrapes two shops under the agent: one has a good day until its Customer.io
 * goes down, the other a bad day. Time is {@link Rules#hurried() hurried}: a minute of the rules
 * takes a second.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PrometheusIT {

  private static final String GOOD = "good";
  private static final String BAD = "bad";
  private static final String LATENCY_BUCKET = "customerio_api_latency_ms_bucket";

  /** What Grafana makes of a scrape interval of one second is four; a busy machine needs more. */
  private static final Duration RATE_INTERVAL = Duration.ofSeconds(10);

  /** The longest that a rule takes here: half an hour after a bad hour has begun. */
  private static final Duration PATIENCE = Duration.ofSeconds(80);

  private final Rules rules = Rules.read().hurried();
  private Shops shops;
  private Prometheus prometheus;

  @BeforeAll
  void start() {
    Tool tool = Tool.named("prometheus");
    shops = new Shops();
    prometheus = Prometheus.start(tool, rules);
    prometheus.scrape(GOOD, shops.open(GOOD, "good"));
    prometheus.scrape(BAD, shops.open(BAD, "bad"));
  }

  @AfterAll
  void stop() {
    if (prometheus != null) {
      prometheus.close();
    }
    if (shops != null) {
      shops.close();
    }
  }

  @Test
  @Order(1)
  void outageFiresItsAlertAndRecoveryResolvesIt() throws IOException {
    String errorRatio = "job:customerio_api_errors:ratio_rate1h{job=\"" + GOOD + "\"} == 0";
    // Twice the time that the alert itself takes: what would fire on a good day has had its time.
    until(
        "a good day",
        () ->
            prometheus.sinceStart(errorRatio).stream().anyMatch(all -> all.values().size() > 10)
                && !prometheus.now(errorRatio).isEmpty());
    assertThat(prometheus.alerts(GOOD, "firing")).isEmpty();
    assertThat(prometheus.alerts(GOOD, "pending")).isEmpty();

    Files.createFile(shops.outage(GOOD));
    until("the alert", () -> firing(GOOD).contains("CustomerIOHighErrorRate"));
    // The budget burns as well: 100 % of errors are too many by every measure.
    assertThat(firing(GOOD)).isSubsetOf("CustomerIOHighErrorRate", "CustomerIOErrorBudgetBurn");

    Files.delete(shops.outage(GOOD));
    until("the alert's end", () -> !firing(GOOD).contains("CustomerIOHighErrorRate"));
  }

  @Test
  @Order(2)
  void failuresFireTheirAlerts() {
    for (String alert :
        List.of(
            "CustomerIOHighErrorRate",
            "CustomerIOErrorBudgetBurn",
            "CustomerIOAuthenticationFailed",
            "CustomerIOWebhookProcessingFailed",
            "CustomerIOHighBounceRate")) {
      until(alert, () -> firing(BAD).contains(alert));
    }
  }

  @Test
  @Order(3)
  void everyPanelHasData() {
    for (Panel panel : Panel.all()) {
      for (Target target : panel.targets()) {
        until(
            panel + ": " + target.template(),
            () -> !prometheus.ask(target, RATE_INTERVAL).isEmpty());
      }
    }
  }

  @Test
  @Order(3)
  void everyRuleLoadsAndEveryRecordingHasData() {
    rules.expressions().forEach(prometheus::now);
    for (JsonNode recording : rules.recordings()) {
      String name = recording.path("record").asText();
      until(name, () -> !prometheus.now(name).isEmpty());
    }
  }

  @Test
  @Order(3)
  void everyMetricAndLabelThatIsNamedExists() {
    Set<String> named = new TreeSet<>();
    rules.expressions().forEach(expression -> named.addAll(Names.in(expression)));
    for (Panel panel : Panel.all()) {
      for (Target target : panel.targets()) {
        named.addAll(Names.in(target.expression(RATE_INTERVAL, RATE_INTERVAL)));
        named.addAll(Names.inLegend(target.legend()));
      }
    }
    assertThat(named).contains("customerio_agent_info", "operation").hasSizeGreaterThan(30);
    Set<String> known = new TreeSet<>(prometheus.valuesOf("__name__"));
    known.addAll(prometheus.labels());
    assertThat(known).containsAll(named);
  }

  @Test
  @Order(3)
  void dashboardVariablesHaveValues() {
    assertThat(prometheus.valuesOf("job")).containsExactlyInAnyOrder(GOOD, BAD);
    List<Series> operations =
        prometheus.now("count by (operation) (customerio_api_requests_total)");
    assertThat(operations)
        .extracting(series -> series.labels().get("operation"))
        .contains("identify", "track", "send_email");
  }

  @Test
  @Order(3)
  void exemplarsLeadToSpans() {
    Endpoint endpoint = shops.endpoint(BAD);
    until(
        "an exemplar whose span is still there",
        () -> {
          Set<String> traces =
              endpoint.spans().stream().map(Span::traceId).collect(Collectors.toSet());
          return prometheus.exemplars(LATENCY_BUCKET).stream()
              .anyMatch(exemplar -> traces.contains(exemplar.get("trace_id")));
        });
  }

  @Test
  @Order(3)
  void promtoolReportsOnlyExpectedWarnings() {
    Tool.Result result =
        Tool.named("promtool")
            .runWith(shops.endpoint(BAD).text("/metrics"), Yaml.folder("."), "check", "metrics");
    assertThat(result.output().lines())
        .containsExactlyInAnyOrder(
            // Both names are published as they are: milliseconds by the name that users asked for.
            "customerio_api_latency_ms metric names should not contain abbreviated units",
            "customerio_webhook_duration_ms metric names should not contain abbreviated units",
            // The exporter's library writes it, and gives it none.
            "target_info no help text");
  }

  /** What docs/scaling.md counts with. */
  @Test
  @Order(3)
  void oneJvmHasAtMostAThousandSeries() {
    for (Series series : prometheus.now("scrape_samples_scraped")) {
      assertThat(series.values().lastEntry().getValue()).isBetween(300.0, 1200.0);
    }
    assertThat(shops.warnings()).isEmpty();
  }

  @Test
  @Order(4)
  void missingAgentFiresAnAlert() {
    shops.close(BAD);
    until("the alert", () -> firing(BAD).contains("CustomerIOTargetDown"));
    assertThat(firing(GOOD)).doesNotContain("CustomerIOTargetDown");
  }

  private Set<String> firing(String job) {
    return prometheus.alerts(job, "firing");
  }

  private void until(String what, Supplier<Boolean> condition) {
    Await.found(what, PATIENCE, () -> condition.get() ? Boolean.TRUE : null);
  }
}
