package io.cioagent.it.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cioagent.it.endpoint.Span;
import io.cioagent.it.harness.Await;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.library.MavenRepository;
import io.cioagent.it.library.Sources;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.watch.CommandResult;
import io.cioagent.it.watch.OperationLog;
import io.cioagent.it.watch.Watch;
import java.nio.file.Path;
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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Operations belong to the trace of another agent, before this one on the command line or after.
 */
@ParameterizedClass(name = "{1} on {0}, this agent first: {2}")
@MethodSource("rows")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BesideTracingAgentsIT {
  private static final int HEX_DIGITS_OF_A_TRACE = 32;
  private static final String ELASTIC_API = "co.elastic.apm:apm-agent-api:1.52.0";

  private static Path classes;

  @Parameter(0)
  private Jdk jdk;

  @Parameter(1)
  private TracingAgent other;

  @Parameter(2)
  private boolean thisFirst;

  private StandIn standIn;
  private RunningJvm jvm;
  private Watch watch;

  /** Each agent takes long to start: both orders only on the JDK of the build. */
  static Stream<Arguments> rows() {
    return Jdk.all().stream()
        .filter(jdk -> jdk.equals(Jdk.running()) || jdk.equals(Jdk.oldest()) || Jdk.isLongSuite())
        .flatMap(
            jdk ->
                Stream.of(TracingAgent.values())
                    .flatMap(
                        other ->
                            Stream.of(true, false)
                                .filter(
                                    first ->
                                        first || jdk.equals(Jdk.running()) || Jdk.isLongSuite())
                                .map(first -> Arguments.of(jdk, other, first))));
  }

  @BeforeParameterizedClassInvocation
  void start() {
    standIn = StandIn.http();
    Jvm starting = other.options(Jvm.on(jdk)).option(Hosts.option());
    if (thisFirst) {
      starting.agent().agentWith(other.jar(), "");
    } else {
      starting.agentWith(other.jar(), "").agent();
    }
    if (other == TracingAgent.ELASTIC && thisFirst) {
      // In the other order, the application does not have it.
      MavenRepository.jars(List.of(ELASTIC_API)).forEach(starting::classPath);
    }
    jvm =
        starting
            .classPath(compiled())
            .classPath(Build.java8Apps())
            .start("io.cioagent.it.apps.ClientsApp", standIn.at(Hosts.TRACK))
            .ready(OtherAgent.PATIENCE);
    watch = new Watch(jvm);
  }

  private static synchronized Path compiled() {
    if (classes == null) {
      Sources sources =
          new Sources(List.of(Build.appSources("traced")), List.of(Build.java8Apps()), 8);
      classes = sources.java(Build.scratch("traced"));
    }
    return classes;
  }

  @AfterParameterizedClassInvocation
  void stop() {
    try {
      assertThat(jvm.finish()).isZero();
    } finally {
      jvm.close();
      standIn.close();
    }
  }

  @BeforeEach
  void forgetRequests() {
    standIn.reset();
  }

  @AfterEach
  void nothingFailedInside() {
    assertThat(watch.assertNothingLate().sum("customerio_agent_errors_total")).isZero();
  }

  private CommandResult use(String method) {
    return watch.call("TracedUses", method, "5");
  }

  @Test
  void operationIsAChildOfTheCurrentSpan() {
    int logged = jvm.operationLog().size();
    CommandResult seen = use("within");
    List<Span> spans = seen.operations("identify success").spans(2);
    Span attempt = spans.get(0);
    Span operation = spans.get(1);
    assertThat(attempt.traceId()).isEqualTo(operation.traceId());
    assertThat(attempt.parentSpanId()).isEqualTo(operation.spanId());
    Await.until("the line of the operation", () -> jvm.operationLog().size() > logged);
    JsonNode line = OperationLog.of(jvm).get(logged);
    String traceId = line.path(other.traceField()).asText();
    String spanId = line.path(other.spanField()).asText();
    assertThat(hex(traceId)).isEqualTo(operation.traceId());
    assertThat(operation.parentSpanId()).isEqualTo(hex(spanId));
    if (other != TracingAgent.ELASTIC || thisFirst) {
      seen.answered(traceId + " " + spanId);
    }
    assertInTheTraceOfTheirRequest(operation);
  }

  @Test
  void requestWithoutClientMethodIsInTheTrace() {
    CommandResult seen = use("bare");
    Span operation = seen.operations("identify success").span();
    assertThat(operation.isRoot()).isFalse();
    assertInTheTraceOfTheirRequest(operation);
  }

  @Test
  void operationOutsideOfTheirSpansStartsATrace() {
    List<Span> spans = use("untraced").operations("identify success").spans(2);
    assertThat(spans.get(1).isRoot()).isTrue();
  }

  /** The other agent passes its trace on; New Relic's does so once its collector accepts it. */
  private void assertInTheTraceOfTheirRequest(Span operation) {
    String sent = standIn.received().get(0).header("traceparent");
    if (other == TracingAgent.NEW_RELIC) {
      assertThat(sent).isNull();
    } else {
      assertThat(sent.split("-", -1)[1]).isEqualTo(operation.traceId());
    }
  }

  /** Datadog writes span ids as decimal numbers. */
  private String hex(String id) {
    return other == TracingAgent.DATADOG && id.length() < HEX_DIGITS_OF_A_TRACE
        ? String.format("%016x", Long.parseUnsignedLong(id))
        : id;
  }
}
