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

  /** The method has returned {@link #sent}, the answer is still to come. */
  private Exchange returnsBeforeTheAnswer() {
    Call call = app.entersIdentify();
    Exchange exchange = app.sends();
    app.returns(call, sent);
    assertThat(app.heard.endedCalls).isEmpty();
    return exchange;
  }

  @Test
  void countsWhenItCompletes() {
    Call call = app.entersIdentify();
    app.returns(call, sent);
    assertThat(app.heard.endedCalls).isEmpty();

    long before = System.nanoTime();
    sent.complete("done");
    assertThat(app.heard.onlyCall()).isSameAs(call);
    assertThat(call.errorType()).isNull();
    assertThat(call.endNanos()).isBetween(before, System.nanoTime());
  }

  @Test
  void countsAtOnceWhereItIsCompleteAlready() {
    app.returns(app.entersIdentify(), CompletableFuture.completedFuture("done"));
    assertThat(app.heard.onlyCall().errorType()).isNull();
  }

  @Test
  void answerAndThenTheStage() {
    Exchange exchange = returnsBeforeTheAnswer();
    ObservedApplication.answers(exchange, 200);
    assertThat(app.heard.endedCalls).isEmpty();

    long before = System.nanoTime();
    sent.complete("done");
    assertThat(app.heard.onlyCall().errorType()).isNull();
    assertThat(app.heard.onlyCall().endNanos()).isGreaterThanOrEqualTo(before);
  }

  @Test
  void failureIsNamedByItsCause() {
    app.returns(app.entersIdentify(), sent);
    ConnectException refused = new ConnectException("refused");
    sent.completeExceptionally(new CompletionException(refused));
    assertThat(app.heard.onlyCall().errorType()).isEqualTo("connect");
    assertThat(app.heard.onlyCall().error()).isSameAs(refused);
  }

  @Test
  void swallowedFailureIsAnErrorWithTheStatusOfTheWire() {
    Exchange exchange = returnsBeforeTheAnswer();
    ObservedApplication.answers(exchange, 500);
    sent.complete("all is well");
    assertThat(app.heard.onlyCall().errorType()).isEqualTo("500");
  }

  @Test
  void stageBeforeTheHttpLayerToldItsEndWaitsForIt() {
    Exchange exchange = returnsBeforeTheAnswer();
    sent.complete("the application's callback ran before ours");
    long completed = System.nanoTime();
    assertThat(app.heard.endedCalls).isEmpty();

    ObservedApplication.answers(exchange, 429);
    assertThat(app.heard.onlyCall().errorType()).isEqualTo("429");
    // The time is that of the stage, which is what the application waited for.
    assertThat(app.heard.onlyCall().endNanos()).isLessThanOrEqualTo(completed);
  }

  @Test
  void failedStageWhoseHttpLayerStaysSilentIsOverSoonAfter() throws InterruptedException {
    returnsBeforeTheAnswer();
    sent.completeExceptionally(new TimeoutException());
    long completed = System.nanoTime();
    assertThat(app.heard.endedCalls).isEmpty();

    Call call = app.heard.awaitEnd();
    assertThat(call.errorType()).isEqualTo("timeout");
    assertThat(call.endNanos()).isLessThanOrEqualTo(completed);
  }

  @Test
  void cancelled() {
    Exchange exchange = returnsBeforeTheAnswer();
    assertThat(sent.cancel(true)).isTrue();
    exchange.end(0, new CancellationException());
    assertThat(app.heard.onlyCall().errorType()).isEqualTo("cancelled");
    assertThat(app.heard.onlyAttempt().errorType()).isEqualTo("cancelled");
  }

  @Test
  void cancelledWithoutAnyExchange() {
    app.returns(app.entersIdentify(), sent);
    assertThat(sent.cancel(true)).isTrue();
    assertThat(app.heard.onlyCall().errorType()).isEqualTo("cancelled");
  }

  @Test
  void methodThatThrowsInsteadOfReturningAStageIsOverAtOnce() {
    app.throwsFrom(app.entersIdentify(), new IllegalStateException("closed"));
    assertThat(app.heard.onlyCall().errorType()).isEqualTo("unknown");
  }

  @Test
  void genericNameCountsWhereTheExchangeWasStartedBeneath() {
    Call call = app.entersGeneric();
    Exchange exchange = app.sends();
    app.returns(call, sent);
    ObservedApplication.answers(exchange, 200);
    sent.complete("done");
    assertThat(app.heard.onlyCall()).isSameAs(call);
  }

  @Test
  void requestStartedBeforeTheStageIsDoneButAfterTheMethodReturnedIsByItself() {
    app.returns(app.entersIdentify(), sent);
    app.exchanges(200);
    sent.complete("done");
    assertThat(app.heard.endedCalls).hasSize(2);
  }

  /** An application's own stage, broken. */
  private static final class BrokenStage extends CompletableFuture<String> {
    @Override
    public CompletableFuture<String> whenComplete(
        BiConsumer<? super String, ? super Throwable> action) {
      throw new UnsupportedOperationException("no listeners here");
    }
  }

  @Test
  void stageThatTakesNoListenersCountsAtOnceAndTellsOfTheFailure() {
    Call call = app.entersIdentify();
    assertThatThrownBy(() -> app.returns(call, new BrokenStage()))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(app.heard.onlyCall()).isSameAs(call);

    app.exchanges(200);
    assertThat(app.heard.endedCalls).hasSize(2);
  }

  @Test
  void completedTwiceCountsOnce() {
    app.returns(app.entersIdentify(), sent);
    sent.complete("done");
    sent.obtrudeException(new ConnectException());
    assertThat(app.heard.onlyCall().errorType()).isNull();
  }
}
