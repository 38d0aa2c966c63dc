package io.cioagent.it.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cioagent.it.endpoint.Scrape;
import io.cioagent.it.endpoint.Span;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.otlp.Collector;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.watch.CommandResult;
import io.cioagent.it.watch.Watch;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenTelemetry's Java agent weaves the same classes, before ownCommandLine or after. */
@ParameterizedClass(name = "{0}, ownCommandLine first: {1}, with the API: {2}")
@MethodSource("rows")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BesideOpenTelemetryAgentIT {

  private static final int SERVER = 2;

  @Parameter(0)
  private Jdk jdk;

  @Parameter(1)
  private boolean oursFirst;

  @Parameter(2)
  private boolean hasApi;

  private StandIn standIn;
  private Collector collector;
  private RunningJvm jvm;
  private Watch watch;

  static Stream<Arguments> rows() {
    return Jdk.all().stream()
        .flatMap(
            jdk ->
                Stream.of(
                        Arguments.of(jdk, jdk.feature() < 21, true),
                        Arguments.of(jdk, jdk.feature() >= 21, true),
                        Arguments.of(jdk, jdk.feature() > 17, false))
                    // Its start takes up to 20 s of processor time: both orders, but not
                    // everywhere.
                    .limit(jdk.equals(Jdk.running()) || Jdk.isLongSuite() ? 3 : 1));
  }

  @BeforeParameterizedClassInvocation
  void start() throws IOException {
    standIn = StandIn.http();
    collector = Collector.http();
    Jvm starting = OtherAgent.quick(Jvm.on(jdk), collector).option(Hosts.option());
    if (oursFirst) {
      starting.agent().agentWith(OtherAgent.jar(), "");
    } else {
      starting.agentWith(OtherAgent.jar(), "").agent();
    }
    if (hasApi) {
      new ApiVersion(ApiVersion.NEWEST, false).on(starting);
    }
    jvm =
        ServingApplication.on(jdk, starting)
            .start("io.cioagent.it.apps.ClientsApp", standIn.at(Hosts.TRACK))
            .ready(OtherAgent.PATIENCE);
    watch = new Watch(jvm);
  }

  @AfterParameterizedClassInvocation
  void stop() {
    try {
      assertThat(jvm.finish()).isZero();
      assertThat(jvm.stderr())
          .noneMatch(line -> line.contains("VerifyError") || line.contains("ERROR"))
          .noneMatch(line -> line.contains("The agent failed"));
    } finally {
      jvm.close();
      collector.close();
      standIn.close();
    }
  }

  @BeforeEach
  void forgetRequests() {
    standIn.reset();
  }

  @AfterEach
  void nothingFailedInside() {
    Scrape scrape = watch.assertNothingLate();
    assertThat(scrape.sum("customerio_agent_errors_total")).isZero();
  }

  private void needs(String way) {
    if (way.startsWith("/httpclient")) {
      jdk.assumeHttpClient();
    }
  }

  private Span server(String traceId, String way) {
    return OtherAgent.span(
        collector,
        "server span of " + traceId,
        span ->
            span.kind() == SERVER
                && span.traceId().equals(traceId)
                && span.attribute("url.path").equals(way));
  }

  /**
   * What went over the wire carries the context of their attempt, and of nothing of ownCommandLine.
   */
  private Span theirAttempt() {
    String[] sent = standIn.received().get(0).header("traceparent").split("-", -1);
    Span attempt =
        OtherAgent.span(
            collector, "their attempt " + sent[2], span -> span.spanId().equals(sent[2]));
    assertThat(attempt.traceId()).isEqualTo(sent[1]);
    assertThat(attempt.kind()).isEqualTo(Span.CLIENT);
    return attempt;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/urlconnection", "/httpclient", "/httpclient-async"})
  void exchangeIsAChildOfTheServerSpan(String way) {
    needs(way);
    CommandResult seen = watch.call("ServingUses", "get", way).answered("200");
    Span operation = seen.span();
    seen.operations("identify success")
        .attempts("PUT track.customer.io /api/v1/customers/{identifier} 200");
    Span server = server(operation.traceId(), way);
    assertThat(operation.parentSpanId()).isEqualTo(server.spanId());
    Span theirs = theirAttempt();
    assertThat(theirs.traceId()).isEqualTo(operation.traceId());
    assertThat(theirs.parentSpanId()).isEqualTo(server.spanId());
  }

  @Test
  void operationIsAChildOfTheCurrentSpanAndParentOfItsAttempt() {
    CommandResult seen = watch.call("ServingUses", "get", "/client").answered("done");
    List<Span> spans = seen.spans(2);
    Span attempt = spans.get(0);
    Span operation = spans.get(1);
    seen.operations("identify success")
        .attempts("PUT track.customer.io /api/v1/customers/{identifier} 200");
    Span server = server(operation.traceId(), "/client");
    assertThat(operation.parentSpanId()).isEqualTo(server.spanId());
    assertThat(attempt.parentSpanId()).isEqualTo(operation.spanId());
    assertThat(attempt.traceId()).isEqualTo(operation.traceId());
    assertThat(theirAttempt().parentSpanId()).isEqualTo(server.spanId());
  }

  /** Their attempt then begins a trace, which is no reason for ownCommandLine to join it. */
  @ParameterizedTest
  @ValueSource(strings = {"/urlconnection", "/httpclient", "/httpclient-async"})
  void exchangeOutsideARequestIsARoot(String way) {
    needs(way);
    Span operation = watch.call("ServingUses", "alone", way).answered("200").span();
    assertThat(operation.isRoot()).isTrue();
    assertThat(theirAttempt().isRoot()).isTrue();
  }

  @Test
  void innermostSpanOfTheApplicationIsTheParent() {
    assumeTrue(hasApi, "with the API");
    CommandResult seen = watch.call("TracingUses", "exchangeInSpans");
    Span operation = seen.span();
    seen.answered(operation.traceId() + "-" + operation.parentSpanId());
    Span inner =
        OtherAgent.span(
            collector, "inner span", span -> span.spanId().equals(operation.parentSpanId()));
    assertThat(inner.name()).isEqualTo("inner");
    assertThat(theirAttempt().parentSpanId()).isEqualTo(inner.spanId());
  }

  /** Theirs is kept out of our room: what the metrics point to is a span of ownCommandLine. */
  @Test
  void exemplarsAndSpansComeFromThisAgent() {
    // The SDK reports an exemplar to the first scrape after it, so none may come in between.
    assertThat(jvm.ask("call", "ServingUses", "get", "/urlconnection")).isEqualTo("= 200");
    String scrape =
        watch.endpoint().text("/metrics", "Accept", "application/openmetrics-text; version=1.0.0");
    List<Span> spans = watch.endpoint().spans();
    Span operation = spans.get(spans.size() - 1);
    assertThat(scrape).contains("span_id=\"" + operation.spanId() + "\"");
    assertThat(operation.resource()).containsEntry("telemetry.distro.name", "customerio-agent");
    assertThat(collector.receivedSpans())
        .noneMatch(span -> span.name().startsWith("customerio."))
        .noneMatch(span -> span.spanId().equals(operation.spanId()));
    watch.forget();
  }
}
