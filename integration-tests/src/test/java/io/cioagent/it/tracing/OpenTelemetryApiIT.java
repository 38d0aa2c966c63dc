package io.cioagent.it.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cioagent.it.endpoint.Span;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.watch.CommandResult;
import io.cioagent.it.watch.WatchedApplication;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The span that is current in the application's own OpenTelemetry API is the parent. */
@ParameterizedClass(name = "{1}, {0}")
@MethodSource("rows")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OpenTelemetryApiIT extends WatchedApplication {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SPAN = "00f067aa0ba902b7";
  private static final String SAMPLED = TRACE + "-" + SPAN + "-01";

  @Parameter(1)
  private ApiVersion api;

  static Stream<Arguments> rows() {
    return ApiVersion.rows(
        new ApiVersion(ApiVersion.OLDEST, false),
        new ApiVersion(ApiVersion.OLDEST, true),
        new ApiVersion(ApiVersion.MIDDLE, true),
        new ApiVersion(ApiVersion.NEWEST, false),
        new ApiVersion(ApiVersion.NEWEST, true));
  }

  @Override
  protected RunningJvm start(Jvm jvm) {
    return api.on(jvm).agent().start("io.cioagent.it.apps.ClientsApp", at(Hosts.TRACK, ""));
  }

  private CommandResult traced(String method, String... arguments) {
    return watch().call("TracingUses", method, arguments);
  }

  /** The application's own code uses a context first, and may choose how contexts are stored. */
  @Test
  @Order(1)
  void agentDoesNotInitializeTheApi() {
    assertThat(traced("exchange").answered("200").span().isRoot()).isTrue();
    traced("wrapsStorage").answered("wrapped 1").nothing();
  }

  @Test
  @Order(2)
  void exchangeIsAChildOfThePropagatedSpan() {
    Span span = traced("exchangeBeneath", SAMPLED).answered("200").span();
    assertThat(span.name()).isEqualTo("customerio.identify");
    assertThat(span.traceId()).isEqualTo(TRACE);
    assertThat(span.parentSpanId()).isEqualTo(SPAN);
  }

  @Test
  @Order(2)
  void operationIsAChildOfTheCurrentSpanAndParentOfItsAttempt() {
    List<Span> spans = traced("identifyBeneath", SAMPLED).answered("done").spans(2);
    Span attempt = spans.get(0);
    Span operation = spans.get(1);
    assertThat(operation.traceId()).isEqualTo(TRACE);
    assertThat(operation.parentSpanId()).isEqualTo(SPAN);
    assertThat(attempt.traceId()).isEqualTo(TRACE);
    assertThat(attempt.parentSpanId()).isEqualTo(operation.spanId());
  }

  @Test
  @Order(2)
  void contextPassedToAnotherThreadIsTheParentThere() {
    Span span = traced("elsewhereBeneath", SAMPLED).answered("200").span();
    assertThat(span.parentSpanId()).isEqualTo(SPAN);
  }

  /** Nobody will see the trace; what is counted does not depend on that. */
  @Test
  @Order(2)
  void unsampledApplicationSpansAreCounted() {
    traced("exchangeBeneath", TRACE + "-" + SPAN + "-00")
        .answered("200")
        .operations("identify success")
        .spanCount(0);
  }

  @Test
  @Order(3)
  void contextIsRestoredAfterTheSpan() {
    traced("exchangeBeneath", SAMPLED).answered("200").span();
    assertThat(traced("exchange").span().isRoot()).isTrue();
  }

  @Test
  @Order(4)
  void invalidSpansAreNoParent() {
    assumeTrue(!api.hasSdk(), "without an SDK");
    assertThat(traced("exchangeInSpans").span().isRoot()).isTrue();
  }

  @Test
  @Order(4)
  void innermostSpanOfTheSdkIsTheParent() {
    assumeTrue(api.hasSdk(), "with an SDK");
    traced("configure").answered("configured");
    CommandResult seen = traced("exchangeInSpans");
    Span span = seen.span();
    seen.answered(span.traceId() + "-" + span.parentSpanId());
    assertThat(span.isRoot()).isFalse();
  }

  /** Each copy of the API in a class loader of its own has a current span of its own. */
  @Test
  @Order(5)
  void apiInAnotherClassLoaderIsUsedAndReleased() {
    String trace = "0af7651916cd43dd8448eb211c80319c";
    CommandResult seen =
        watch()
            .call(
                "Redeployment",
                "use",
                "TracingUses",
                "exchangeBeneath",
                trace + "-b7ad6b7169203331-01")
            .answered("unloaded");
    Span span = seen.span();
    assertThat(span.traceId()).isEqualTo(trace);
    assertThat(span.parentSpanId()).isEqualTo("b7ad6b7169203331");
    assertThat(traced("exchangeBeneath", SAMPLED).span().parentSpanId()).isEqualTo(SPAN);
  }
}
