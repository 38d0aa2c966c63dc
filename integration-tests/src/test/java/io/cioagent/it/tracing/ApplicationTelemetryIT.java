package io.cioagent.it.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Span;
import io.cioagent.it.harness.Await;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.otlp.Collector;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** With {@code telemetry=application} everything comes out of the application's own SDK. */
class ApplicationTelemetryIT {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SPAN = "00f067aa0ba902b7";

  static Stream<Arguments> rows() {
    return ApiVersion.rows(
        new ApiVersion(ApiVersion.OLDEST, true),
        new ApiVersion(ApiVersion.MIDDLE, true),
        new ApiVersion(ApiVersion.NEWEST, true));
  }

  /** What ends before the application configures OpenTelemetry is delivered then. */
  @ParameterizedTest(name = "{1}, {0}")
  @MethodSource("rows")
  void spansJoinTheApplicationTrace(Jdk jdk, ApiVersion api) {
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = start(jdk, api, standIn)) {
      jvm.awaitError("the one line", line -> line.contains("the application's OpenTelemetry"));
      String parent = TRACE + "-" + SPAN + "-01";
      assertThat(jvm.ask("call", "TracingUses", "identifyBeneath", parent)).isEqualTo("= done");
      assertThat(jvm.ask("call", "ExportingSdk", "configure")).isEqualTo("= configured");
      List<String[]> early = ended(jvm, 2);
      assertThat(early.get(1)).startsWith("customerio.identify", TRACE).contains(SPAN, "CLIENT");
      assertThat(early.get(0)[0]).isEqualTo("PUT /api/v1/customers/{identifier}");
      assertThat(early.get(0)[3]).as("parent").isEqualTo(early.get(1)[2]);

      String[] inner =
          jvm.ask("call", "TracingUses", "exchangeInSpans").substring(2).split("-", -1);
      // The agent ends its span after the application's where the early ones are not yet delivered.
      String[] exchange =
          ended(jvm, 5).stream()
              .skip(2)
              .filter(span -> span[0].equals("customerio.identify"))
              .findAny()
              .orElseThrow();
      assertThat(exchange[1]).isEqualTo(inner[0]);
      assertThat(exchange[3]).isEqualTo(inner[1]);
      assertThat(exchange[5]).isEqualTo("OK");
      assertThat(jvm.finish()).isZero();
      assertThat(jvm.stderr()).hasSize(1).noneMatch(line -> line.contains("/metrics"));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.cioagent.it.harness.Jdk#all")
  void metricsAreCountedThere(Jdk jdk) {
    ApiVersion api = new ApiVersion(ApiVersion.NEWEST, true);
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = start(jdk, api, standIn)) {
      assertThat(jvm.ask("call", "CountingSdk", "configure")).isEqualTo("= configured");
      assertThat(jvm.ask("call", "TracingUses", "exchange")).isEqualTo("= 200");
      Await.until(
          "a count",
          () -> jvm.ask("call", "CountingSdk", "counted").contains("identify success 1"));
      assertThat(jvm.ask("call", "CountingSdk", "counted"))
          .contains("identify error 0", "track success 0", "bounds [10.0, 25.0, 50.0,");
      assertThat(jvm.finish()).isZero();
    }
  }

  /** The agent finds the API, and behind it the other agent, which takes long to start. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("io.cioagent.it.harness.Jdk#buildsAndOldest")
  void openTelemetryAgentReceivesItToo(Jdk jdk) throws IOException {
    try (StandIn standIn = StandIn.http();
        Collector collector = Collector.http();
        RunningJvm jvm =
            start(
                new ApiVersion(ApiVersion.NEWEST, false),
                OtherAgent.quick(Jvm.on(jdk), collector).agentWith(OtherAgent.jar(), ""),
                standIn)) {
      String[] inner =
          jvm.ask("call", "TracingUses", "exchangeInSpans").substring(2).split("-", -1);
      Span operation =
          OtherAgent.span(
              collector, "our operation", span -> span.name().equals("customerio.identify"));
      assertThat(operation.traceId()).isEqualTo(inner[0]);
      assertThat(operation.parentSpanId()).isEqualTo(inner[1]);
      assertThat(operation.resource())
          .containsEntry("telemetry.distro.name", "opentelemetry-java-instrumentation");
      assertThat(jvm.finish()).isZero();
    }
  }

  /** The other agent has the API for itself. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("io.cioagent.it.harness.Jdk#buildsAndOldest")
  void openTelemetryAgentReceivesItWithoutTheApi(Jdk jdk) throws IOException {
    try (StandIn standIn = StandIn.http();
        Collector collector = Collector.http();
        RunningJvm jvm =
            ServingApplication.on(
                    jdk,
                    OtherAgent.quick(Jvm.on(jdk), collector)
                        .option(Hosts.option())
                        .setting("telemetry", "application")
                        .agent()
                        .agentWith(OtherAgent.jar(), ""))
                .start("io.cioagent.it.apps.ClientsApp", standIn.at(Hosts.TRACK))
                .ready(OtherAgent.PATIENCE)) {
      assertThat(jvm.ask("call", "ServingUses", "get", "/client")).isEqualTo("= done");
      Span operation =
          OtherAgent.span(
              collector, "the operation", span -> span.name().equals("customerio.identify"));
      Span attempt =
          OtherAgent.span(
              collector,
              "its attempt",
              span -> span.name().equals("PUT /api/v1/customers/{identifier}"));
      assertThat(attempt.parentSpanId()).isEqualTo(operation.spanId());
      Span server =
          OtherAgent.span(
              collector,
              "the server's span",
              span -> span.spanId().equals(operation.parentSpanId()));
      assertThat(server.traceId()).isEqualTo(operation.traceId());
      assertThat(server.attribute("url.path")).isEqualTo("/client");
      assertThat(operation.resource())
          .containsEntry("telemetry.distro.name", "opentelemetry-java-instrumentation");
      assertThat(jvm.finish()).isZero();
    }
  }

  /**
   * An application that was removed from its server; without it there is no application to report
   * to.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("io.cioagent.it.harness.Jdk#all")
  void applicationIsReleased(Jdk jdk) {
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = start(jdk, new ApiVersion(ApiVersion.NEWEST, true), standIn)) {
      assertThat(
              jvm.ask("call", "Redeployment", "use", "TracingUses", "exchangeConfigured", "once"))
          .isEqualTo("= unloaded");
      assertThat(jvm.ask("call", "TracingUses", "exchange")).isEqualTo("= 200");
      assertThat(jvm.finish()).isZero();
      assertThat(jvm.stderr()).hasSize(1);
    }
  }

  /** An application without OpenTelemetry gets one warning. */
  @Test
  void missingConfigurationIsWarnedAboutOnce() {
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm =
            start(new ApiVersion(ApiVersion.NEWEST, false), Jvm.on(Jdk.running()), standIn)) {
      assertThat(jvm.ask("call", "TracingUses", "exchange")).isEqualTo("= 200");
      jvm.awaitError("a warning", line -> line.contains("customerio.agent.telemetry=agent"));
      assertThat(jvm.ask("call", "TracingUses", "exchange")).isEqualTo("= 200");
      assertThat(jvm.finish()).isZero();
      assertThat(jvm.stderr()).hasSize(2);
    }
  }

  private static List<String[]> ended(RunningJvm jvm, int count) {
    return Await.found(
        count + " spans",
        () -> {
          String[] spans = jvm.ask("call", "ExportingSdk", "ended").substring(2).split(";", -1);
          return spans.length > count
              ? Stream.of(spans).limit(count).map(span -> span.split(",", -1)).toList()
              : null;
        });
  }

  private static RunningJvm start(Jdk jdk, ApiVersion api, StandIn standIn) {
    return start(api, Jvm.on(jdk), standIn);
  }

  private static RunningJvm start(ApiVersion api, Jvm jvm, StandIn standIn) {
    return api.on(jvm)
        .option(Hosts.option())
        .agent("telemetry=application")
        .start("io.cioagent.it.apps.ClientsApp", standIn.at(Hosts.TRACK))
        // The other agent that one of the cases adds starts as slowly here as in its own tests.
        .ready(OtherAgent.PATIENCE);
  }
}
