package io.cioagent.it.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.EveryRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the receiver makes of a webhook. */
abstract class AnsweringCases extends CallerCases {

  @ParameterizedTest
  @ValueSource(ints = {201, 204})
  void everySuccessStatusIsNoError(int status) {
    Event event = Event.delivered();
    answered(status, Post.webhook("/hook/stream/" + status, event.body())).counted(event);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 500, 503})
  @EveryRow
  void refusedEventIsCountedWithTheError(int status) {
    for (String way : mainWays()) {
      Event event = Event.delivered();
      answered(status, Post.webhook("/hook/" + way + "/" + status, event.body()))
          .counted(event.with("error handler_error"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 500})
  void errorPageIsAnError(int status) {
    needs("error");
    for (String way : mainWays()) {
      Event event = Event.delivered();
      answered(status, Post.webhook("/hook/" + way + "/error-" + status, event.body()))
          .counted(event.with("error handler_error"));
    }
  }

  @Test
  @EveryRow
  void handlerThatThrowsIsAnError() {
    needs("throws");
    for (String way : mainWays()) {
      if (!way.equals("nonblocking")) {
        Event event = Event.delivered();
        answered(500, Post.webhook("/hook/" + way + "/throws", event.body()))
            .counted(event.with("error handler_error"));
      }
    }
  }

  @Test
  void answerMayGoOutBeforeTheBodyIsRead() {
    needs("early");
    Event event = Event.delivered();
    answered(200, Post.webhook("/hook/stream/early", event.body())).counted(event);
  }

  @Test
  void refusalWithoutReadingTheBody() {
    needs("none");
    answered(401, Post.webhook("/hook/none/401", Event.delivered().body()))
        .counted(unknownWith("error handler_error"));
  }

  @Test
  void malformedBodyThatIsRefusedIsOneError() {
    answered(400, Post.webhook("/hook/stream/400", "{\"event_id\":".getBytes(UTF_8)))
        .counted(unknownWith("error malformed"));
  }

  @Test
  void repeatedEventThatIsRefusedIsAnErrorAgain() {
    Event event = Event.delivered();
    Post post = Post.webhook("/hook/stream/500", event.body());
    answered(500, post).counted(event.with("error handler_error"));
    answered(500, post)
        .counted("duration email_delivered", "span email_delivered", "error handler_error");
  }

  @Test
  void containerTimeoutIsAnError() {
    needs("async-timeout");
    Event event = Event.delivered();
    answered(500, Post.webhook("/hook/async-timeout/200", event.body()))
        .counted(event.with("error handler_error"));
  }

  @Test
  void slowReceiverIsAnErrorBeforeItAnswers() {
    Event event = Event.delivered();
    CaseResult judged = receiver().begin();
    try (WebhookSender sender = receiver().connect()) {
      Post post = Post.webhook("/hook/stream/hang", event.body());
      sender.begin(post);
      sender.write(event.body());
      receiver().awaitHanging();
      try {
        judged.awaitCounted("error too_slow");
      } finally {
        receiver().release();
      }
      assertThat(sender.answer().status()).isEqualTo(200);
    }
    judged.counted(event.with("error too_slow"));
  }

  @Test
  void senderThatDisconnectsBeforeTheAnswerLeavesTheEvent() {
    Event event = Event.delivered();
    CaseResult judged = receiver().begin();
    try (WebhookSender sender = receiver().connect()) {
      Post post = Post.webhook("/hook/stream/hang", event.body());
      sender.begin(post);
      sender.write(event.body());
      receiver().awaitHanging();
      sender.reset();
    }
    receiver().release();
    CaseResult.assertRead(receiver().observation(), event.body());
    judged.counted(row().can("flushes") ? event.with("error handler_error") : event.with());
  }
}
