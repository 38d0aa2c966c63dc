package io.cioagent.it.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Span;
import io.cioagent.it.harness.Await;
import io.cioagent.it.harness.EveryRow;
import io.cioagent.it.library.LibraryRows;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Webhooks that come by HTTP/2 are observed as by HTTP/1.1. */
@ParameterizedClass(name = "{1} on {0}")
@MethodSource("rows")
class Http2ReceiverIT extends ReceiverApplication {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN = "b7ad6b7169203331";

  static Stream<Arguments> rows() {
    return LibraryRows.lastOnEveryJdk(
        Stream.of(TomcatReceiverIT.http2(), UndertowReceiverIT.http2(), JettyReceiverRows.http2())
            .flatMap(List::stream)
            .toList());
  }

  @ParameterizedTest
  @MethodSource("readingWays")
  @EveryRow
  void webhookIsCountedInEveryWayOfReading(String way) {
    Event event = Event.delivered();
    received(way, event).counted(event);
  }

  @ParameterizedTest
  @MethodSource("mainWays")
  void largeBodyIsParsed(String way) {
    Event event = Event.sized(100_000);
    received(way, event).counted(event);
  }

  @ParameterizedTest
  @MethodSource("mainWays")
  @EveryRow
  void refusedEventIsCountedWithTheError(String way) {
    for (int status : List.of(302, 401, 500)) {
      Event event = Event.delivered();
      http2Answered(status, Post.webhook("/hook/" + way + "/" + status, event.body()))
          .counted(event.with("error handler_error"));
    }
  }

  @Test
  @EveryRow
  void handlerThatThrowsIsAnError() {
    Event event = Event.delivered();
    http2Answered(500, Post.webhook("/hook/stream/throws", event.body()))
        .counted(event.with("error handler_error"));
  }

  @Test
  void unreadBodyCountsAsUnknown() {
    http2Answered(200, Post.webhook("/hook/none/200", Event.delivered().body()))
        .counted("received unknown", "duration unknown", "span unknown");
  }

  @ParameterizedTest
  @MethodSource("mainWays")
  @EveryRow
  void otherRequestsAreNoWebhooks(String way) {
    byte[] body = Event.delivered().body();
    http2Answered(200, Post.plain("/hook/" + way + "/200", body)).counted();
    http2Answered(200, Post.webhook("/hook/" + way + "/200", body).method("PUT")).counted();
  }

  @ParameterizedTest
  @MethodSource("mainWays")
  void streamsOfOneConnectionAreAllCounted(String way) {
    Http2Sender http2 = sender();
    CaseResult judged = receiver().begin();
    List<String> expected = new ArrayList<>();
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Event event = Event.of("sms", "delivered", ", \"n\": \"" + "n".repeat(i * 500) + "\"");
      expected.addAll(event.counted());
      answers.add(http2.begin(Post.webhook("/hook/" + way + "/200", event.body())));
    }
    answers.forEach(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    judged.counted(expected.toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("mainWays")
  @EveryRow
  void webhookSpanIsAChildOfItsCaller(String way) {
    List<String> before = jvm().endpoint().spans().stream().map(Span::spanId).toList();
    Event event = Event.delivered();
    http2Answered(
            200,
            Post.webhook("/hook/" + way + "/200", event.body())
                .header("traceparent: 00-" + TRACE + "-" + SPAN + "-01"))
        .counted(event);
    Span span =
        Await.found(
            "the webhook's span",
            () ->
                jvm().endpoint().spans().stream()
                    .filter(each -> !before.contains(each.spanId()))
                    .findFirst()
                    .orElse(null));
    assertThat(span.traceId()).isEqualTo(TRACE);
    assertThat(span.parentSpanId()).isEqualTo(SPAN);
  }

  private CaseResult received(String way, Event event) {
    Http2Sender http2 = sender();
    CaseResult judged = receiver().begin();
    HttpResponse<String> answer = http2.send(Post.webhook("/hook/" + way + "/200", event.body()));
    assertThat(answer.statusCode()).isEqualTo(200);
    String reported = receiver().observation();
    assertThat(answer.body()).isEqualTo(reported);
    CaseResult.assertRead(reported, event.body());
    return judged;
  }

  private CaseResult http2Answered(int status, Post post) {
    Http2Sender http2 = sender();
    CaseResult judged = receiver().begin();
    assertThat(http2.send(post).statusCode()).isEqualTo(status);
    receiver().observation();
    return judged;
  }

  /** Its first request is observed by nothing. */
  private Http2Sender sender() {
    return new Http2Sender(ReceiverWatch.port(jvm()));
  }
}
