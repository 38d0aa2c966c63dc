package io.cioagent.it.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Endpoint;
import io.cioagent.it.endpoint.Span;
import io.cioagent.it.harness.Await;
import io.cioagent.it.harness.EveryRow;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.watch.CommandResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose span a request comes from, as its header {@code traceparent} says. */
abstract class CallerCases extends ReadingCases {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN = "b7ad6b7169203331";
  private static final String CALLER = "00-" + TRACE + "-" + SPAN + "-01";

  /** The ways whose work is always done where the server hands a request on. */
  protected Stream<String> servedWays() {
    return Stream.of("stream", "wrapped", "forward", "dispatch");
  }

  /** Whether a thread serves one request after the other, so that it can be known which. */
  protected boolean servesByThread() {
    return true;
  }

  @Test
  void operationWithinARequestIsAChildOfItsCaller() {
    for (String way : servedWays().filter(row()::can).toList()) {
      Span operation = operationOf(way, CALLER);
      assertThat(operation.traceId().equals(TRACE)).as(way).isEqualTo(servesByThread());
      assertThat(operation.parentSpanId()).as(way).isEqualTo(servesByThread() ? SPAN : "");
      // The same thread, as likely as not.
      assertThat(operationOf(way, "").isRoot()).as(way).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0AF7651916CD43DD8448EB211C80319C-B7AD6B7169203331-01",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
      })
  void invalidTraceparentIsIgnored(String header) {
    assertThat(operationOf("stream", header).isRoot()).isTrue();
  }

  @Test
  void requestOfAnotherThreadStartsATrace() {
    needs("async");
    assertThat(operationOf("async", CALLER).isRoot()).isTrue();
  }

  @Test
  @EveryRow
  void webhookSpanIsAChildOfItsCaller() {
    List<String> ways = new ArrayList<>(mainWays());
    ways.add("none");
    for (String way : ways.stream().filter(row()::can).toList()) {
      Span reported = webhook(way, CALLER);
      assertThat(reported.traceId()).as(way).isEqualTo(TRACE);
      assertThat(reported.parentSpanId()).as(way).isEqualTo(SPAN);
      assertThat(webhook(way, "").isRoot()).as(way).isTrue();
    }
  }

  private Span operationOf(String way, String traceparent) {
    CommandResult seen = watch().ask("calls", at(Hosts.TRACK, "/api/v1/customers/5"));
    send(Post.plain("/any/" + way + "/calls", new byte[20]), traceparent);
    return seen.operations("identify success").span();
  }

  private Span webhook(String way, String traceparent) {
    Endpoint endpoint = jvm().endpoint();
    List<String> before = endpoint.spans().stream().map(Span::spanId).toList();
    receiver().begin();
    Tally earlier = receiver().now();
    Event event = Event.delivered();
    send(Post.webhook("/hook/" + way + "/200", event.body()), traceparent);
    Span span =
        Await.found(
            "the webhook's span",
            () ->
                endpoint.spans().stream()
                    .filter(each -> !before.contains(each.spanId()))
                    .findFirst()
                    .orElse(null));
    // The span ends before the metrics are recorded, one after the other.
    Await.until(
        "the webhook's metrics",
        () -> {
          List<String> counted = receiver().now().since(earlier);
          return counted.stream().anyMatch(line -> !line.startsWith("span "))
              && counted.equals(receiver().now().since(earlier));
        });
    receiver().settle(receiver().now());
    return span;
  }

  private void send(Post post, String traceparent) {
    try (WebhookSender sender = receiver().connect()) {
      Post sent = traceparent.isEmpty() ? post : post.header("traceparent: " + traceparent);
      assertThat(sender.send(sent).status()).isEqualTo(200);
      receiver().observation();
    }
  }
}
