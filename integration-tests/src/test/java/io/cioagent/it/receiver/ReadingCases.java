package io.cioagent.it.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.cioagent.it.harness.EveryRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a webhook comes, and how the receiver reads it. */
abstract class ReadingCases extends ReceiverApplication {

  private static final int MOST_KEPT = 256 * 1024;

  /** What is counted of a webhook with an unknown event. */
  private static final String[] UNKNOWN = {"received unknown", "duration unknown", "span unknown"};

  static String[] unknownWith(String more) {
    return Stream.concat(Stream.of(UNKNOWN), Stream.of(more)).toArray(String[]::new);
  }

  @ParameterizedTest
  @MethodSource("readingWays")
  @EveryRow
  void webhookIsCountedInEveryWayOfReading(String way) {
    Event event = Event.delivered();
    received(Post.webhook("/hook/" + way + "/200", event.body())).counted(event);
  }

  @ParameterizedTest
  @MethodSource("readingWays")
  @EveryRow
  void chunkedBodyIsCounted(String way) {
    Event event = Event.of("push", "sent", "");
    received(Post.webhook("/hook/" + way + "/200", event.body()).chunked(37)).counted(event);
  }

  @ParameterizedTest
  @MethodSource("readingWays")
  void largeBodyIsParsed(String way) {
    Event event = Event.sized(100_000);
    received(Post.webhook("/hook/" + way + "/200", event.body())).counted(event);
  }

  @ParameterizedTest
  @MethodSource("mainWays")
  void bodyOfTheMaximumSizeIsParsed(String way) {
    Event event = Event.sized(MOST_KEPT);
    received(Post.webhook("/hook/" + way + "/200", event.body())).counted(event);
  }

  @ParameterizedTest
  @MethodSource("mainWays")
  void bodyBeyondTheLimitIsParsed(String way) {
    Event event = Event.sized(MOST_KEPT + 70_000);
    received(Post.webhook("/hook/" + way + "/200", event.body()).chunked(5000)).counted(event);
  }

  @Test
  void parametersOfAFormAreReadFromTheBody() {
    needs("parameters");
    Event event = Event.delivered();
    CaseResult judged =
        answered(
            200,
            Post.webhook("/hook/parameters/200", event.body())
                .header("Content-Type: application/x-www-form-urlencoded"));
    judged.counted(event);
  }

  @Test
  void partIsReadAndTheWholeIsNoEvent() {
    needs("parts");
    String parts =
        "--cut\r\nContent-Disposition: form-data; name=\"one\"\r\n\r\n"
            + new String(Event.delivered().body(), UTF_8)
            + "\r\n--cut--\r\n";
    answered(
            200,
            Post.webhook("/hook/parts/200", parts.getBytes(UTF_8))
                .header("Content-Type: multipart/form-data; boundary=cut"))
        .counted();
  }

  @Test
  @EveryRow
  void unreadBodyCountsAsUnknown() {
    needs("none");
    answered(200, Post.webhook("/hook/none/200", Event.delivered().body())).counted(UNKNOWN);
  }

  @ParameterizedTest
  @MethodSource("mainWays")
  void emptyBodyIsUnknown(String way) {
    received(Post.webhook("/hook/" + way + "/200", new byte[0])).counted(UNKNOWN);
  }

  @ParameterizedTest
  @MethodSource("mainWays")
  void bodyThatIsNotJsonIsMalformed(String way) {
    received(Post.webhook("/hook/" + way + "/200", "event=sent".getBytes(UTF_8)))
        .counted(unknownWith("error malformed"));
  }

  @ParameterizedTest
  @MethodSource("mainWays")
  void campaignActionIsNoEvent(String way) {
    received(Post.webhook("/hook/" + way + "/200", "{\"order\":17}".getBytes(UTF_8))).counted();
  }

  @ParameterizedTest
  @MethodSource("mainWays")
  @EveryRow
  void otherRequestsAreNoWebhooks(String way) {
    byte[] body = Event.delivered().body();
    received(Post.plain("/hook/" + way + "/200", body)).counted();
    received(Post.webhook("/hook/" + way + "/200", body).method("PUT")).counted();
    received(Post.webhook("/hook/" + way + "/200", new byte[0]).method("GET")).counted();
  }

  @ParameterizedTest
  @MethodSource("mainWays")
  void connectionAlternatesBetweenWebhooksAndOtherRequests(String way) {
    String path = "/hook/" + way + "/200";
    List<String> expected = new ArrayList<>();
    CaseResult judged = receiver().begin();
    try (WebhookSender sender = receiver().connect()) {
      for (int i = 0; i < 3; i++) {
        Event event = Event.of("push", "opened", "");
        expected.addAll(event.counted());
        assertThat(sender.send(Post.webhook(path, event.body())).status()).isEqualTo(200);
        CaseResult.assertRead(receiver().observation(), event.body());
        assertThat(sender.send(Post.plain(path, event.body())).status()).isEqualTo(200);
        CaseResult.assertRead(receiver().observation(), event.body());
      }
    }
    judged.counted(expected.toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("mainWays")
  void expectContinueIsSupported(String way) {
    needs("continue");
    Event event = Event.delivered();
    CaseResult judged = receiver().begin();
    try (WebhookSender sender = receiver().connect()) {
      Post post =
          Post.webhook("/hook/" + way + "/200", event.body()).header("Expect: 100-continue");
      sender.begin(post);
      assertThat(sender.answer().status()).isEqualTo(100);
      sender.write(event.body());
      assertThat(sender.answer().status()).isEqualTo(200);
      CaseResult.assertRead(receiver().observation(), event.body());
    }
    judged.counted(event);
  }

  @ParameterizedTest
  @MethodSource("mainWays")
  @EveryRow
  void repeatedEventIsNotCounted(String way) {
    Event event = Event.delivered();
    Post post = Post.webhook("/hook/" + way + "/200", event.body());
    received(post).counted(event);
    received(post).counted("duration email_delivered", "span email_delivered");
  }

  @ParameterizedTest
  @MethodSource("mainWays")
  void manyAtOnceAreAllCounted(String way) throws Exception {
    int many = 20;
    List<String> expected = new ArrayList<>();
    List<Future<Answer>> answers = new ArrayList<>();
    CountDownLatch together = new CountDownLatch(1);
    CaseResult judged = receiver().begin();
    ExecutorService senders = Executors.newFixedThreadPool(many);
    try {
      for (int i = 0; i < many; i++) {
        Event event = Event.of("sms", "delivered", ", \"n\": \"" + "n".repeat(i * 500) + "\"");
        expected.addAll(event.counted());
        answers.add(
            senders.submit(
                () -> {
                  together.await();
                  try (WebhookSender sender = receiver().connect()) {
                    return sender.send(Post.webhook("/hook/" + way + "/200", event.body()));
                  }
                }));
      }
      together.countDown();
      for (Future<Answer> answer : answers) {
        assertThat(answer.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
      }
    } finally {
      senders.shutdownNow();
    }
    judged.counted(expected.toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("mainWays")
  void senderThatDisconnectsWithinTheBodyLeavesNoEvent(String way) {
    assumeFalse(
        way.equals("nonblocking") && row().can("makes-up-bytes"),
        () -> row() + " itself makes bytes up where a body breaks off");
    byte[] body = Event.sized(5000).body();
    CaseResult judged = receiver().begin();
    try (WebhookSender sender = receiver().connect()) {
      sender.begin(Post.webhook("/hook/" + way + "/200", body));
      sender.write(Arrays.copyOf(body, 60));
    }
    if (way.equals("nonblocking") && row().can("takes-a-break-for-the-end")) {
      receiver().observation();
      judged.counted(UNKNOWN);
    } else {
      assertThat(receiver().observation()).contains("thrown=");
      judged.counted(unknownWith("error handler_error"));
    }
  }
}
