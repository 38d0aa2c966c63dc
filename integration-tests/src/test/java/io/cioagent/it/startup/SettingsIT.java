package io.cioagent.it.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Span;
import io.cioagent.it.harness.Await;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.BuildAndOldestJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.otlp.Collector;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.watch.AgentOutput;
import io.cioagent.it.watch.Leaks;
import io.cioagent.it.watch.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Where a setting may be given, and which of several counts. */
@BuildAndOldestJdk
class SettingsIT {

  @Parameter private Jdk jdk;

  private static final String[] CALL = {"customerio.Arguments", "identify"};

  @Test
  void strongestSourceWins() throws IOException {
    Path file =
        file(
            "customerio.agent.service-name=from-file",
            "customerio.agent.environment=from-file",
            "customerio.agent.spans.recent=1",
            "customerio.agent.user-id=none");
    Jvm jvm =
        Jvm.on(jdk)
            .agent("service-name=from-argument", "config-file=" + file)
            .setting("service-name", "from-property")
            .setting("environment", "from-property")
            .environment("CUSTOMERIO_AGENT_SERVICE_NAME", "from-variable")
            .environment("CUSTOMERIO_AGENT_ENVIRONMENT", "from-variable")
            .environment("CUSTOMERIO_AGENT_SPANS_RECENT", "2");
    try (RunningJvm running = start(jvm, "nowhere")) {
      Watch watch = new Watch(running);
      for (int i = 0; i < 3; i++) {
        watch.call(CALL[0], CALL[1], Leaks.ID).operations("identify unknown");
      }
      List<Span> spans = watch.endpoint().spans();
      assertThat(spans).hasSize(2);
      assertThat(spans.get(0).attributes()).doesNotContainKey("customerio.user.id");
      assertThat(spans.get(0).resource())
          .containsEntry("service.name", "from-argument")
          .containsEntry("deployment.environment.name", "from-property");
      assertQuiet(running, true);
    }
  }

  @Test
  void agentSettingsTakePrecedenceOverOpenTelemetrys() {
    Jvm jvm =
        Jvm.on(jdk)
            .agent()
            .environment("OTEL_SERVICE_NAME", "from-otel")
            .environment(
                "OTEL_RESOURCE_ATTRIBUTES", "team=crm,deployment.environment.name=from-otel")
            .setting("environment", "ownCommandLine");
    try (RunningJvm running = start(jvm, "nowhere")) {
      Span span = new Watch(running).call(CALL[0], CALL[1], Leaks.ID).span();
      assertThat(span.resource())
          .containsEntry("service.name", "from-otel")
          .containsEntry("team", "crm")
          .containsEntry("deployment.environment.name", "ownCommandLine");
      assertQuiet(running, true);
    }
  }

  @Test
  void settingsOfAnotherAgentAreLeftToIt() throws IOException {
    try (Collector collector = Collector.http();
        RunningJvm running =
            start(
                Jvm.on(jdk)
                    .agent("otel.settings=ignore", "otel.traces.exporter=otlp")
                    .setting("otel.exporter.otlp.endpoint", "http://127.0.0.1:" + collector.port())
                    .environment("CUSTOMERIO_AGENT_OTEL_BSP_SCHEDULE_DELAY", "20")
                    .environment("OTEL_SDK_DISABLED", "true")
                    .environment("OTEL_SERVICE_NAME", "theirs")
                    .environment("OTEL_METRICS_EXPORTER", "none")
                    .environment("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")
                    .option("-Dotel.exporter.otlp.endpoint=http://127.0.0.1:1"),
                "nowhere")) {
      Watch watch = new Watch(running);
      watch.call(CALL[0], CALL[1], Leaks.ID).operations("identify unknown");
      Await.until("the span is pushed", () -> !collector.receivedSpans().isEmpty());
      assertThat(collector.receivedSpans().get(0).resource().get("service.name"))
          .isNotEqualTo("theirs");
      assertQuiet(running, true);
    }
  }

  @Test
  void grpcBecomesHttp() throws IOException {
    try (Collector collector = Collector.http();
        RunningJvm running =
            start(
                Jvm.on(jdk)
                    .agent()
                    .environment("OTEL_TRACES_EXPORTER", "otlp")
                    .environment("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")
                    .environment(
                        "OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + collector.port())
                    .option("-Dotel.bsp.schedule.delay=20"),
                "nowhere")) {
      new Watch(running).call(CALL[0], CALL[1], Leaks.ID).operations("identify unknown");
      Await.until("the span is pushed", () -> !collector.receivedSpans().isEmpty());
      assertThat(running.finish()).isZero();
      assertThat(running.stderr())
          .filteredOn(line -> line.contains("gRPC"))
          .singleElement()
          .asString()
          .contains("INFO")
          .endsWith(
              "environment variable OTEL_EXPORTER_OTLP_PROTOCOL='grpc' needs a gRPC library, which"
                  + " the agent does not include: it exports with http/protobuf to"
                  + " http://127.0.0.1:"
                  + collector.port());
    }
  }

  @Test
  void extraHostsAreTreatedAsCustomerIo() {
    try (StandIn named = StandIn.http();
        StandIn other = StandIn.http();
        RunningJvm running =
            start(
                Jvm.on(jdk)
                    .agent()
                    .setting("hosts", "crm.example," + Hosts.OTHER + ":" + named.port()),
                "nowhere")) {
      Watch watch = new Watch(running);
      String path = "/api/v1/customers/" + Leaks.ID;
      String attempt = " /api/v1/customers/{identifier} 200";
      watch
          .ask("url", "code", "PUT", named.at("crm.example") + path, "{}")
          .operations("identify success")
          .attempts("PUT crm.example" + attempt);
      watch
          .ask("url", "code", "PUT", named.at(Hosts.OTHER) + path, "{}")
          .operations("identify success")
          .attempts("PUT " + Hosts.OTHER + attempt);
      watch.ask("url", "code", "PUT", other.at(Hosts.OTHER) + path, "{}").answered("200").nothing();
      watch
          .ask("url", "code", "PUT", other.at(Hosts.TRACK) + path, "{}")
          .operations("identify success");
      assertQuiet(running, false);
    }
  }

  @Test
  void autoDetectOffLeavesConfiguredMethodsAndExchanges() {
    Jvm jvm =
        Jvm.on(jdk)
            .agent("client.auto-detect=false")
            .setting("client.methods", "io.cioagent.it.apps.crm.Crm[fire=track]");
    try (RunningJvm running = start(jvm, "nowhere")) {
      Watch watch = new Watch(running);
      watch.call(CALL[0], CALL[1], Leaks.ID).answered("string").nothing();
      watch.call("crm.Crm", "fire", Leaks.ID, "ordered").operations("track unknown");
      assertQuiet(running, true);
    }
  }

  private static void assertQuiet(RunningJvm jvm, boolean unknownOutcomes) {
    assertThat(jvm.finish()).isZero();
    AgentOutput.assertOneLine(jvm, List.of(), unknownOutcomes);
  }

  private static RunningJvm start(Jvm jvm, String base) {
    return jvm.option(Hosts.option())
        .classPath(Build.java8Apps())
        .start("io.cioagent.it.apps.ClientsApp", base)
        .ready();
  }

  private static Path file(String... lines) throws IOException {
    return Files.write(Build.scratch("settings").resolve("agent.properties"), List.of(lines));
  }
}
