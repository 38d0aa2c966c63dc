package io.cioagent.it.oplog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cioagent.it.endpoint.Span;
import io.cioagent.it.harness.Await;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.BuildAndOldestJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.watch.AgentOutput;
import io.cioagent.it.watch.Leaks;
import io.cioagent.it.watch.OperationLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.Parameter;

/** Each JVM here shows several things at once: how the log looks does not depend on the JDK. */
@BuildAndOldestJdk
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
class OperationLogIT {

  private static final String LINE_START = "{\"timestamp\"";

  @Parameter private Jdk jdk;

  private static final String CLIENT = "customerio.CustomerIoClient";

  private final StandIn standIn = StandIn.http();

  @AfterEach
  void stopServer() {
    standIn.close();
  }

  private RunningJvm start(String... settings) {
    return Jvm.on(jdk)
        .agent(settings)
        .option(Hosts.option())
        .classPath(Build.java8Apps())
        .start("io.cioagent.it.apps.ClientsApp", standIn.at(Hosts.TRACK))
        .ready();
  }

  private static String identify(RunningJvm jvm) {
    return jvm.ask("call", CLIENT, "identify", Leaks.ID, "plan=pro");
  }

  private static List<String> names(JsonNode line) {
    List<String> names = new ArrayList<>();
    for (Iterator<String> each = line.fieldNames(); each.hasNext(); ) {
      names.add(each.next());
    }
    return names;
  }

  private static List<JsonNode> lines(Path file) {
    try {
      return Files.exists(file) ? OperationLog.parse(Files.readAllLines(file)) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void defaultOutputIsStandardError() {
    try (RunningJvm jvm = start("service-name=shop", "environment=test")) {
      jvm.endpoint();
      String data = "E-Mail=robin;plan=pro;note=ask " + Leaks.EMAIL + " or " + Leaks.PHONE;
      assertThat(jvm.ask("call", CLIENT, "identify", Leaks.ID, data)).isEqualTo("= null");
      List<Span> spans = jvm.endpoint().spans();
      standIn.script(Reply.status(500));
      // It swallows the failure, and its argument is an address.
      assertThat(jvm.ask("call", CLIENT, "track", Leaks.EMAIL, "bought", "n=1"))
          .isEqualTo("= false");
      jvm.ask("call", CLIENT, "addDevice", Leaks.EMAIL);
      assertThat(jvm.finish()).isZero();

      List<JsonNode> lines = OperationLog.of(jvm);
      assertThat(lines).hasSize(3);
      JsonNode success = lines.get(0);
      assertThat(names(success))
          .containsExactly(
              "timestamp",
              "level",
              "logger",
              "service",
              "environment",
              "message",
              "operation",
              "userId",
              "result",
              "duration_ms",
              "data",
              "trace_id",
              "span_id");
      assertThat(success.get("timestamp").asText())
          .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
      assertThat(success.get("level").asText()).isEqualTo("info");
      assertThat(success.get("service").asText()).isEqualTo("shop");
      assertThat(success.get("environment").asText()).isEqualTo("test");
      assertThat(success.get("message").asText()).isEqualTo("Customer.io identify succeeded");
      assertThat(success.get("operation").asText()).isEqualTo("identify");
      assertThat(success.get("userId").asText()).isEqualTo(Leaks.ID);
      assertThat(success.get("result").asText()).isEqualTo("success");
      assertThat(success.get("duration_ms").asDouble()).isPositive();
      assertThat(success.get("data").toString())
          .isEqualTo(
              "{\"E-Mail\":\"[REDACTED]\",\"note\":\"ask [REDACTED] or [REDACTED]\","
                  + "\"plan\":\"pro\"}");
      Span operation = spans.get(1);
      assertThat(success.get("trace_id").asText()).isEqualTo(operation.traceId());
      assertThat(success.get("span_id").asText()).isEqualTo(operation.spanId());

      JsonNode answered = lines.get(1);
      assertThat(answered.get("level").asText()).isEqualTo("error");
      assertThat(answered.get("message").asText()).isEqualTo("Customer.io track failed");
      assertThat(answered.at("/error/type").asText()).isEqualTo("500");
      assertThat(answered.at("/error/message").asText()).isEqualTo("HTTP 500");

      JsonNode thrown = lines.get(2);
      assertThat(thrown.at("/error/message").asText()).isEqualTo("no such platform for [REDACTED]");
      assertThat(thrown.at("/error/stack").asText())
          .startsWith("java.lang.IllegalArgumentException: no such platform for [REDACTED]\n")
          .contains("\tat io.cioagent.it.apps.customerio.CustomerIoClient.addDevice(");
      OperationLog.assertSound(jvm);
      AgentOutput.assertOneLine(jvm, List.of());
    }
  }

  @Test
  void logFileSurvivesRotation() throws IOException {
    Path file = Build.scratch("operation-log").resolve("operations.log");
    Path rotated = file.resolveSibling("operations.log.1");
    try (RunningJvm jvm = start("log.output=" + file, "log.rate-limit=0")) {
      jvm.endpoint();
      int calls = 1;
      identify(jvm);
      Await.until("a line", () -> lines(file).size() == 1);
      Files.move(file, rotated);
      while (!Files.exists(file)) {
        identify(jvm);
        calls++;
        assertThat(calls).as("calls without a new file").isLessThan(50_000);
      }
      identify(jvm);
      // The last line is still under way when the application ends.
      assertThat(jvm.finish()).isZero();
      assertThat(lines(rotated).size() + lines(file).size()).isEqualTo(calls + 1);
      assertThat(lines(file)).isNotEmpty();
      assertThat(jvm.operationLog()).isEmpty();
      AgentOutput.assertOneLine(jvm, List.of());
    }
  }

  /** Each call is numbered in its data, so that the numbers of two lines show what is between. */
  @Test
  void suppressedLinesAreReported() {
    try (RunningJvm jvm = start("log.rate-limit=2", "log.output=stdout")) {
      jvm.endpoint();
      int calls = 0;
      do {
        calls++;
        jvm.ask("call", CLIENT, "identify", Leaks.ID, "number=" + calls);
        assertThat(calls).as("calls without a suppressed line").isLessThan(50_000);
      } while (onStdout(jvm).stream().noneMatch(line -> line.has("suppressed")));
      standIn.script(Reply.status(500));
      // Refused, which has a limit of its own.
      identify(jvm);
      assertThat(jvm.finish()).isZero();

      List<JsonNode> lines = onStdout(jvm);
      List<JsonNode> successes =
          lines.stream().filter(line -> line.get("result").asText().equals("success")).toList();
      assertThat(lines).hasSize(successes.size() + 1);
      int previous = 0;
      for (JsonNode line : successes) {
        int number = line.get("data").get("number").asInt();
        assertThat(line.path("suppressed").asInt(0)).isEqualTo(number - previous - 1);
        previous = number;
      }
      assertThat(jvm.operationLog()).isEmpty();
    }
  }

  /** The application prints a text and the end of its line one after the other. */
  private static List<JsonNode> onStdout(RunningJvm jvm) {
    return OperationLog.parse(
        jvm.stdout().stream()
            .filter(line -> line.contains(LINE_START))
            .map(line -> line.substring(line.indexOf(LINE_START)))
            .toList());
  }

  @Test
  void logLevelOffWritesNothing() {
    try (RunningJvm jvm = start("log.level=off")) {
      identify(jvm);
      Await.until(
          "counted", () -> jvm.endpoint().scrape().sum("customerio_api_requests_total") == 1);
      assertThat(jvm.endpoint().scrape().value("customerio_agent_dropped_total", "what", "log"))
          .isZero();
      assertThat(jvm.finish()).isZero();
      assertThat(jvm.operationLog()).isEmpty();
      AgentOutput.assertOneLine(jvm, List.of());
    }
  }

  @Test
  void unreadableDataIsReportedOnceAndTheLineIsWritten() {
    Path nowhere = Build.scratch("operation-log").resolve("none/operations.log");
    try (RunningJvm jvm =
        start("log.level=loud", "log.output=" + nowhere, "log.rate-limit=lots", "log.pii=name")) {
      jvm.endpoint();
      identify(jvm);
      assertThat(jvm.finish()).isZero();
      assertThat(OperationLog.of(jvm)).hasSize(1);
      AgentOutput.assertOneLine(
          jvm, List.of("log.level", "log.output", "log.rate-limit", "log.pii="));
    }
  }

  @Test
  void operationsInProgressAtExitAreLogged() {
    try (RunningJvm jvm = start()) {
      jvm.endpoint();
      assertThat(jvm.ask("at-exit", CLIENT, "addDevice", "last")).isEqualTo("= later");
      assertThat(jvm.finish()).isZero();
      assertThat(OperationLog.of(jvm)).hasSize(1);
      assertThat(OperationLog.of(jvm).get(0).get("userId").asText()).isEqualTo("last");
    }
  }
}
