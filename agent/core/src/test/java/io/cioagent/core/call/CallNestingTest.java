package io.cioagent.core.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cioagent.core.observe.ObservedApplication;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.operation.Operation;
import java.net.ConnectException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CallNestingTest {
  private final ObservedApplication app = new ObservedApplication();

  @Test
  void exchangeBeneathIsPartOfTheCall() {
    Call call = app.entersIdentify();
    app.exchanges(200);
    assertThat(app.heard.endedCalls).isEmpty();
    app.returns(call);

    assertThat(app.heard.onlyCall()).isSameAs(call);
    assertThat(call.attempts()).isEqualTo(1);
    assertThat(app.heard.onlyAttempt().call()).isSameAs(call);
  }

  @Test
  void outermostOfNestedMethodsCountsOnce() {
    Call outer = app.entersIdentify();
    Call inner = app.entersTrack();
    app.exchanges(200);
    app.returns(outer);

    assertThat(inner).isNull();
    assertThat(app.heard.onlyCall().operation().name()).isEqualTo("identify");
  }

  @Test
  void methodWithoutAnyExchangeCounts() {
    app.returns(app.entersIdentify());
    assertThat(app.heard.onlyCall().attempts()).isZero();
    assertThat(app.heard.onlyCall().errorType()).isNull();
    assertThat(app.heard.onlyCall().api()).isNull();
  }

  @Test
  void genericNameWithoutAnExchangeDoesNotCount() {
    app.returns(app.entersGeneric());
    app.throwsFrom(app.entersGeneric(), new IllegalStateException("not ours"));
    assertThat(app.heard.endedCalls).isEmpty();
  }

  @Test
  void genericNameWithAnExchangeCounts() {
    Call call = app.entersGeneric();
    app.exchanges(200);
    app.returns(call);
    assertThat(app.heard.onlyCall()).isSameAs(call);
  }

  @Test
  void genericNameWithAnExchangeThatNeverGotOnTheWireCounts() {
    Call call = app.entersGeneric();
    Exchange exchange = app.observer.startExchange();
    exchange.begin();
    exchange.end(0, new ConnectException("refused"));
    app.returns(call);
    assertThat(app.heard.onlyCall().errorType()).isEqualTo("connect");
  }

  @Test
  void genericNameWithAnExchangeThatWasOnlyPreparedDoesNotCount() {
    Call call = app.entersGeneric();
    app.observer.startExchange().end(0, null);
    app.returns(call);
    assertThat(app.heard.endedCalls).isEmpty();
  }

  @Test
  void genericInsideIsPartOfWhateverIsAround() {
    Call definite = app.entersIdentify();
    assertThat(app.entersGeneric()).isNull();
    app.returns(definite);

    Call generic = app.entersGeneric();
    assertThat(app.entersGeneric()).isNull();
    app.returns(generic);
    assertThat(app.heard.endedCalls).containsExactly(definite);
  }

  @Test
  void definiteInsideAGenericOneCountsAsLongAsNothingIsOnTheWire() {
    Call outer = app.entersGeneric();
    Call inner = app.entersTrack();
    app.returns(inner);
    app.returns(outer);
    assertThat(app.heard.onlyCall()).isSameAs(inner);
  }

  @Test
  void definiteInsideAGenericOneIsPartOfItOnceSomethingIsOnTheWire() {
    Call outer = app.entersGeneric();
    Call inner = app.entersTrack();
    app.exchanges(429);
    app.returns(inner);
    app.returns(outer);

    assertThat(app.heard.onlyCall()).isSameAs(outer);
    assertThat(outer.errorType()).isEqualTo("429");
    assertThat(app.heard.onlyAttempt().call()).isSameAs(outer);
  }

  @Test
  void definiteInsideAGenericOneThatWasOnTheWireAlreadyIsPartOfIt() {
    Call outer = app.entersGeneric();
    app.exchanges(200);
    assertThat(app.entersTrack()).isNull();
    app.returns(outer);
    assertThat(app.heard.onlyCall()).isSameAs(outer);
  }

  @Test
  void asynchronousOnesNestAlike() {
    Call outer = app.entersGeneric();
    Call inner = app.entersTrack();
    Exchange exchange = app.sends();
    CompletableFuture<String> sent = new CompletableFuture<>();
    app.returns(inner, sent);
    app.returns(outer, sent);

    ObservedApplication.answers(exchange, 200);
    sent.complete("done");
    assertThat(app.heard.onlyCall()).isSameAs(outer);
  }

  @Test
  void innerOneEndsAndTheOuterOneGoesOn() {
    Call outer = app.entersGeneric();
    app.returns(app.entersTrack());
    app.exchanges(200);
    app.returns(outer);
    assertThat(app.heard.onlyAttempt().call()).isSameAs(outer);
  }

  @Test
  void afterTheCallTheThreadIsFree() {
    app.throwsFrom(app.entersIdentify(), new IllegalStateException("broken"));
    app.returns(app.entersTrack());
    app.exchanges(200);

    assertThat(app.heard.endedCalls)
        .extracting(call -> call.operation().name() + " " + call.isFromClientMethod())
        .containsExactly("identify true", "track true", "identify false");
  }

  @Test
  void otherThreadsAreNotBeneath() throws InterruptedException {
    Call call = app.entersIdentify();
    Thread other = new Thread(() -> app.exchanges(500));
    other.start();
    other.join();
    app.returns(call);

    assertThat(app.heard.endedCalls).hasSize(2);
    assertThat(call.attempts()).isZero();
    assertThat(call.errorType()).isNull();
  }

  /** A listener must not throw; should it, no call may stick to the thread. */
  @Test
  void callThatCouldNotBeginIsNotCurrent() {
    Observer broken = ObservedApplication.observer(null);
    assertThatThrownBy(() -> broken.enterClientMethod(Operation.IDENTIFY, false, "u1", null))
        .isInstanceOf(NullPointerException.class);
    assertThat(broken.current()).isNull();
  }
}
