package io.cioagent.core.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cioagent.core.call.Call;
import io.cioagent.core.call.Exchange;
import io.cioagent.core.observe.ObservedApplication;
import java.net.ConnectException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Client methods that return a stage; plain futures are in {@link PlainFutureTest}. */
class AsynchronousCallTest {
  private final ObservedApplication app = new ObservedApplication();
  private final CompletableFuture<String> sent = new CompletableFuture<>();

  /** The method has returned {@link #sent}, and the response is still pending. */
  private Exchange returnsBeforeTheAnswer() {
    Call call = app.entersIdentify();
    Exchange exchange = app.sends();
    app.returns(call, sent);
    assertThat(app.recorder.endedCalls).isEmpty();
    return exchange;
  }

  @Test
  void countsWhenItCompletes() {
    Call call = app.entersIdentify();
    app.returns(call, sent);
    assertThat(app.recorder.endedCalls).isEmpty();

    long before = System.nanoTime();
    sent.complete("done");
    assertThat(app.recorder.onlyCall()).isSameAs(call);
    assertThat(call.errorType()).isNull();
    assertThat(call.endNanos()).isBetween(before, System.nanoTime());
  }

  @Test
  void countsAtOnceIfTheStageIsComplete() {
    app.returns(app.entersIdentify(), CompletableFuture.completedFuture("done"));
    assertThat(app.recorder.onlyCall().errorType()).isNull();
  }

  @Test
  void responseMayPrecedeTheStage() {
    Exchange exchange = returnsBeforeTheAnswer();
    ObservedApplication.answers(exchange, 200);
    assertThat(app.recorder.endedCalls).isEmpty();

    long before = System.nanoTime();
    sent.complete("done");
    assertThat(app.recorder.onlyCall().errorType()).isNull();
    assertThat(app.recorder.onlyCall().endNanos()).isGreaterThanOrEqualTo(before);
  }

  @Test
  void failureIsClassifiedByItsCause() {
    app.returns(app.entersIdentify(), sent);
    ConnectException refused = new ConnectException("refused");
    sent.completeExceptionally(new CompletionException(refused));
    assertThat(app.recorder.onlyCall().errorType()).isEqualTo("connect");
    assertThat(app.recorder.onlyCall().error()).isSameAs(refused);
  }

  @Test
  void swallowedFailureIsAnErrorWithTheHttpStatus() {
    Exchange exchange = returnsBeforeTheAnswer();
    ObservedApplication.answers(exchange, 500);
    sent.complete("all is well");
    assertThat(app.recorder.onlyCall().errorType()).isEqualTo("500");
  }

  @Test
  void stageThatCompletesBeforeTheExchangeWaitsForIt() {
    Exchange exchange = returnsBeforeTheAnswer();
    sent.complete("the application's callback ran before ours");
    long completed = System.nanoTime();
    assertThat(app.recorder.endedCalls).isEmpty();

    ObservedApplication.answers(exchange, 429);
    assertThat(app.recorder.onlyCall().errorType()).isEqualTo("429");
    // The duration is that of the stage, for which the application waited.
    assertThat(app.recorder.onlyCall().endNanos()).isLessThanOrEqualTo(completed);
  }

  @Test
  void failedStageWithoutAnExchangeEndEndsSoonAfterwards() throws InterruptedException {
    returnsBeforeTheAnswer();
    sent.completeExceptionally(new TimeoutException());
    long completed = System.nanoTime();
    assertThat(app.recorder.endedCalls).isEmpty();

    Call call = app.recorder.awaitEnd();
    assertThat(call.errorType()).isEqualTo("timeout");
    assertThat(call.endNanos()).isLessThanOrEqualTo(completed);
  }

  @Test
  void cancelledStageIsAnError() {
    Exchange exchange = returnsBeforeTheAnswer();
    assertThat(sent.cancel(true)).isTrue();
    exchange.end(0, new CancellationException());
    assertThat(app.recorder.onlyCall().errorType()).isEqualTo("cancelled");
    assertThat(app.recorder.onlyAttempt().errorType()).isEqualTo("cancelled");
  }

  @Test
  void cancelledStageWithoutAnExchangeIsAnError() {
    app.returns(app.entersIdentify(), sent);
    assertThat(sent.cancel(true)).isTrue();
    assertThat(app.recorder.onlyCall().errorType()).isEqualTo("cancelled");
  }

  @Test
  void methodThatThrowsInsteadOfReturningAStageEndsAtOnce() {
    app.throwsFrom(app.entersIdentify(), new IllegalStateException("closed"));
    assertThat(app.recorder.onlyCall().errorType()).isEqualTo("unknown");
  }

  @Test
  void genericNameCountsIfItStartsAnExchange() {
    Call call = app.entersGeneric();
    Exchange exchange = app.sends();
    app.returns(call, sent);
    ObservedApplication.answers(exchange, 200);
    sent.complete("done");
    assertThat(app.recorder.onlyCall()).isSameAs(call);
  }

  @Test
  void requestAfterTheMethodReturnsIsASeparateOperation() {
    app.returns(app.entersIdentify(), sent);
    app.exchanges(200);
    sent.complete("done");
    assertThat(app.recorder.endedCalls).hasSize(2);
  }

  /** A faulty stage class of an application. */
  private static final class BrokenStage extends CompletableFuture<String> {
    @Override
    public CompletableFuture<String> whenComplete(
        BiConsumer<? super String, ? super Throwable> action) {
      throw new UnsupportedOperationException("no listeners here");
    }
  }

  @Test
  void stageThatRejectsListenersCountsAtOnceAndReportsTheFailure() {
    Call call = app.entersIdentify();
    assertThatThrownBy(() -> app.returns(call, new BrokenStage()))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(app.recorder.onlyCall()).isSameAs(call);

    app.exchanges(200);
    assertThat(app.recorder.endedCalls).hasSize(2);
  }

  @Test
  void stageThatCompletesTwiceCountsOnce() {
    app.returns(app.entersIdentify(), sent);
    sent.complete("done");
    sent.obtrudeException(new ConnectException());
    assertThat(app.recorder.onlyCall().errorType()).isNull();
  }
}
