package io.cioagent.core.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cioagent.core.observe.ObservedApplication;
import io.cioagent.core.operation.Api;
import io.cioagent.core.operation.Operation;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class CallOutcomeTest {
  private final ObservedApplication app = new ObservedApplication();

  @Test
  void successfulCallHasAllFacts() {
    long before = System.nanoTime();
    long beforeMillis = System.currentTimeMillis();
    Call call = app.entersTrack();
    app.exchanges(200);
    app.returns(call);

    assertThat(app.recorder.startedCalls).containsExactly(call);
    assertThat(app.recorder.onlyCall()).isSameAs(call);
    assertThat(call.operation().name()).isEqualTo("track");
    assertThat(call.api()).isSameAs(Api.TRACK);
    assertThat(call.isFromClientMethod()).isTrue();
    assertThat(call.userId()).isEqualTo("u1");
    assertThat(call.eventName()).isEqualTo("bought");
    assertThat(call.errorType()).isNull();
    assertThat(call.error()).isNull();
    assertThat(call.startNanos()).isBetween(before, call.endNanos());
    assertThat(call.endNanos()).isBetween(call.startNanos(), System.nanoTime());
    assertThat(call.startEpochMillis()).isBetween(beforeMillis, System.currentTimeMillis());
  }

  @Test
  void successfulRetryMakesTheCallASuccess() {
    Call call = app.entersIdentify();
    app.exchanges(429);
    app.exchanges(200);
    app.returns(call);

    assertThat(app.recorder.onlyCall().errorType()).isNull();
    assertThat(call.attempts()).isEqualTo(2);
    assertThat(app.recorder.endedAttempts)
        .extracting(Attempt::resendCount, Attempt::status, Attempt::errorType)
        .containsExactly(tuple(0, 429, "429"), tuple(1, 200, null));
  }

  @Test
  void exceptionOfARetriedAttemptIsDiscarded() {
    Call call = app.entersIdentify();
    app.sends().end(0, new SocketException("Connection reset"));
    app.exchanges(200);
    app.returns(call);

    assertThat(app.recorder.onlyCall().errorType()).isNull();
    assertThat(call.error()).isNull();
    assertThat(app.recorder.endedAttempts.get(0).errorType()).isEqualTo("reset");
  }

  /** Callbacks of the application may run before those of the agent. */
  @Test
  void retryThatSucceedsBeforeTheFirstAttemptIsReportedIsASuccess() {
    Call call = app.entersIdentify();
    Exchange refused = app.sends();
    refused.answered(429);
    Exchange lost = app.sends();
    SocketException reset = new SocketException("Connection reset");
    lost.failed(reset);
    app.exchanges(200);
    lost.end(0, reset);
    refused.end(429, null);
    app.returns(call);
    assertThat(app.recorder.onlyCall().errorType()).isNull();
    assertThat(call.error()).isNull();
  }

  @Test
  void retryThatFailsBeforeTheFirstAttemptIsReportedDecidesTheOutcome() {
    Call call = app.entersIdentify();
    Exchange refused = app.sends();
    refused.answered(429);
    app.exchanges(503);
    refused.end(429, null);
    app.returns(call);
    assertThat(app.recorder.onlyCall().errorType()).isEqualTo("503");
  }

  @Test
  void swallowedFailureIsAnErrorWithTheHttpStatus() {
    Call call = app.entersIdentify();
    app.exchanges(500);
    app.returns(call, "all is well");
    assertThat(app.recorder.onlyCall().errorType()).isEqualTo("500");
    assertThat(call.error()).isNull();
  }

  @Test
  void exceptionWithoutAStatusDoesNotHideTheHttpStatus() {
    Call call = app.entersIdentify();
    app.exchanges(401);
    IllegalStateException thrown = new IllegalStateException("something went wrong");
    app.throwsFrom(call, thrown);
    assertThat(app.recorder.onlyCall().errorType()).isEqualTo("401");
    assertThat(call.error()).isSameAs(thrown);
  }

  @Test
  void methodThatReturnsWithoutAnExchangeHasAnUnknownOutcome() {
    app.returns(app.entersIdentify());
    app.returns(app.entersTrack(), "all is well");
    app.returns(app.entersTrack(), CompletableFuture.completedFuture("all is well"));
    assertThat(app.recorder.endedCalls)
        .hasSize(3)
        .allSatisfy(
            call -> {
              assertThat(call.outcome()).isEqualTo(Outcome.UNKNOWN);
              assertThat(call.errorType()).isNull();
              assertThat(call.error()).isNull();
            });
  }

  @Test
  void exchangeAfterTheEndDoesNotChangeTheOutcome() {
    Call call = app.entersIdentify();
    Exchange prepared = app.observer.startExchange();
    app.returns(call);
    ObservedApplication.tries(prepared);
    assertThat(app.recorder.onlyCall().outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void exchangeDeterminesTheOutcome() {
    Call call = app.entersIdentify();
    app.exchanges(200);
    app.returns(call);
    app.exchanges(200);
    app.exchanges(500);
    assertThat(app.recorder.endedCalls)
        .extracting(Call::outcome)
        .containsExactly(Outcome.SUCCESS, Outcome.SUCCESS, Outcome.ERROR);
  }

  @Test
  void clientClassIsReportedByName() {
    Call call =
        app.observer.enterClientMethod(
            Operation.IDENTIFY, false, "com.example.Crm", "u1", null, null);
    app.returns(call);
    assertThat(app.recorder.onlyCall().clientClass()).isEqualTo("com.example.Crm");
  }

  @Test
  void exceptionWithoutAnExchangeIsClassifiedByItsCauses() {
    app.throwsFrom(app.entersIdentify(), new IllegalArgumentException("no id"));
    app.throwsFrom(app.entersIdentify(), new RuntimeException(new ConnectException("refused")));
    assertThat(app.recorder.endedCalls)
        .extracting(Call::errorType, Call::outcome)
        .containsExactly(tuple("unknown", Outcome.ERROR), tuple("connect", Outcome.ERROR));
  }

  @Test
  void exceptionAfterASuccessfulResponseIsAnError() {
    Call call = app.entersIdentify();
    app.exchanges(200);
    app.throwsFrom(call, new IllegalStateException("cannot read the answer"));
    assertThat(app.recorder.onlyCall().errorType()).isEqualTo("unknown");
  }

  @Test
  void failureBeforeTheFirstAttemptIsAnError() {
    Call call = app.entersIdentify();
    Exchange exchange = app.observer.startExchange();
    exchange.begin();
    ConnectException refused = new ConnectException("refused");
    exchange.end(0, refused);
    app.returns(call);

    assertThat(app.recorder.onlyCall().errorType()).isEqualTo("connect");
    assertThat(call.error()).isSameAs(refused);
    assertThat(call.attempts()).isZero();
    assertThat(app.recorder.endedAttempts).isEmpty();
  }

  @Test
  void callThatReturnsBeforeTheResponseEndsWithTheResponse() {
    Call call = app.entersIdentify();
    Exchange exchange = app.sends();
    app.returns(call);
    assertThat(app.recorder.endedCalls).isEmpty();

    long before = System.nanoTime();
    ObservedApplication.answers(exchange, 503);
    assertThat(app.recorder.onlyCall().errorType()).isEqualTo("503");
    assertThat(call.endNanos()).isGreaterThanOrEqualTo(before);
  }

  @Test
  void callThatReturnsBeforeSeveralResponsesEndsWithTheLast() {
    Call call = app.entersIdentify();
    Exchange first = app.sends();
    Exchange second = app.sends();
    app.returns(call);
    ObservedApplication.answers(second, 500);
    assertThat(app.recorder.endedCalls).isEmpty();

    ObservedApplication.answers(first, 200);
    assertThat(app.recorder.onlyCall().errorType()).isNull();
    assertThat(call.attempts()).isEqualTo(2);
  }

  @Test
  void missingResponseIsAnUnknownError() {
    Call call = app.entersIdentify();
    Exchange exchange = app.sends();
    app.returns(call);
    call.giveUp();
    assertThat(app.recorder.onlyCall().errorType()).isEqualTo("unknown");

    ObservedApplication.answers(exchange, 200);
    call.giveUp();
    assertThat(app.recorder.onlyCall().errorType()).isEqualTo("unknown");
    assertThat(app.recorder.onlyAttempt().status()).isEqualTo(200);
  }

  @Test
  void callThatTimedOutEndsSoonAfterwards() throws InterruptedException {
    Call call = app.entersIdentify();
    app.sends();
    app.throwsFrom(call, new IllegalStateException(new TimeoutException()));
    assertThat(app.recorder.endedCalls).isEmpty();

    assertThat(app.recorder.awaitEnd().errorType()).isEqualTo("timeout");
    assertThat(call.error()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void callThatThrowsBeforeTheExchangeEndsHasTheOutcomeOfTheExchange() {
    Call call = app.entersIdentify();
    Exchange exchange = app.sends();
    app.throwsFrom(call, new IOException("failed"));
    ObservedApplication.answers(exchange, 429);
    assertThat(app.recorder.onlyCall().errorType()).isEqualTo("429");
  }

  @Test
  void thousandsOfCallsThatReturnBeforeTheirResponsesAreNotAbandoned() {
    for (int i = 0; i < 3000; i++) {
      Call call = app.entersIdentify();
      Exchange exchange = app.sends();
      app.returns(call);
      ObservedApplication.answers(exchange, 200);
    }
    assertThat(app.recorder.endedCalls).hasSize(3000).allMatch(call -> call.errorType() == null);
  }

  @Test
  void thousandsOfCallsWithPendingResponsesAreNotAbandoned() {
    Exchange[] exchanges = new Exchange[3000];
    for (int i = 0; i < exchanges.length; i++) {
      Call call = app.entersIdentify();
      exchanges[i] = app.sends();
      app.returns(call);
    }
    assertThat(app.recorder.endedCalls).isEmpty();
    for (Exchange exchange : exchanges) {
      ObservedApplication.answers(exchange, 200);
    }
    assertThat(app.recorder.endedCalls).hasSize(3000).allMatch(call -> call.errorType() == null);
  }

  @Test
  void keepsTheObjectThatTheListenerAttaches() {
    Call call = app.entersIdentify();
    assertThat(call.attachment()).isNull();
    call.attach("span");
    assertThat(call.attachment()).isEqualTo("span");
    app.exchanges(200);
    Attempt attempt = app.recorder.onlyAttempt();
    assertThat(attempt.attachment()).isNull();
    attempt.attach("child");
    assertThat(attempt.attachment()).isEqualTo("child");
    app.returns(call);
  }
}
