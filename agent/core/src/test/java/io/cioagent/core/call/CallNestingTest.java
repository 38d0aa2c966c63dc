package io.cioagent.core.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cioagent.core.observe.ObservedApplication;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.operation.Operation;
import java.net.ConnectException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CallNestingTest {
  private final ObservedApplication app = new ObservedApplication();

  @Test
  void exchangeWithinACallIsPartOfIt() {
    Call call = app.entersIdentify();
    app.exchanges(200);
    assertThat(app.recorder.endedCalls).isEmpty();
    app.returns(call);

    assertThat(app.recorder.onlyCall()).isSameAs(call);
    assertThat(call.attempts()).isEqualTo(1);
    assertThat(app.recorder.onlyAttempt().call()).isSameAs(call);
  }

  @Test
  void onlyTheOutermostOfNestedMethodsCounts() {
    Call outer = app.entersIdentify();
    Call inner = app.entersTrack();
    app.exchanges(200);
    app.returns(outer);

    assertThat(inner).isNull();
    assertThat(app.recorder.onlyCall().operation().name()).isEqualTo("identify");
  }

  @Test
  void methodWithoutAnExchangeCounts() {
    app.returns(app.entersIdentify());
    assertThat(app.recorder.onlyCall().attempts()).isZero();
    assertThat(app.recorder.onlyCall().errorType()).isNull();
    assertThat(app.recorder.onlyCall().api()).isNull();
  }

  @Test
  void genericNameWithoutAnExchangeDoesNotCount() {
    app.returns(app.entersGeneric());
    app.throwsFrom(app.entersGeneric(), new IllegalStateException("not ours"));
    assertThat(app.recorder.endedCalls).isEmpty();
  }

  @Test
  void genericNameWithAnExchangeCounts() {
    Call call = app.entersGeneric();
    app.exchanges(200);
    app.returns(call);
    assertThat(app.recorder.onlyCall()).isSameAs(call);
  }

  @Test
  void genericNameWithAnExchangeThatFailedToConnectCounts() {
    Call call = app.entersGeneric();
    Exchange exchange = app.observer.startExchange();
    exchange.begin();
    exchange.end(0, new ConnectException("refused"));
    app.returns(call);
    assertThat(app.recorder.onlyCall().errorType()).isEqualTo("connect");
  }

  @Test
  void genericNameWithAnExchangeThatNeverBeganDoesNotCount() {
    Call call = app.entersGeneric();
    app.observer.startExchange().end(0, null);
    app.returns(call);
    assertThat(app.recorder.endedCalls).isEmpty();
  }

  @Test
  void nestedGenericMethodIsPartOfTheOuterCall() {
    Call definite = app.entersIdentify();
    assertThat(app.entersGeneric()).isNull();
    app.returns(definite);

    Call generic = app.entersGeneric();
    assertThat(app.entersGeneric()).isNull();
    app.returns(generic);
    assertThat(app.recorder.endedCalls).containsExactly(definite);
  }

  @Test
  void definiteMethodWithinAGenericMethodCountsIfNoRequestIsSent() {
    Call outer = app.entersGeneric();
    Call inner = app.entersTrack();
    app.returns(inner);
    app.returns(outer);
    assertThat(app.recorder.onlyCall()).isSameAs(inner);
  }

  @Test
  void definiteMethodWithinAGenericMethodIsPartOfItIfARequestIsSent() {
    Call outer = app.entersGeneric();
    Call inner = app.entersTrack();
    app.exchanges(429);
    app.returns(inner);
    app.returns(outer);

    assertThat(app.recorder.onlyCall()).isSameAs(outer);
    assertThat(outer.errorType()).isEqualTo("429");
    assertThat(app.recorder.onlyAttempt().call()).isSameAs(outer);
  }

  @Test
  void definiteMethodAfterARequestOfAGenericMethodIsPartOfThatMethod() {
    Call outer = app.entersGeneric();
    app.exchanges(200);
    assertThat(app.entersTrack()).isNull();
    app.returns(outer);
    assertThat(app.recorder.onlyCall()).isSameAs(outer);
  }

  @Test
  void asynchronousMethodsNestLikeBlockingOnes() {
    Call outer = app.entersGeneric();
    Call inner = app.entersTrack();
    Exchange exchange = app.sends();
    CompletableFuture<String> sent = new CompletableFuture<>();
    app.returns(inner, sent);
    app.returns(outer, sent);

    ObservedApplication.answers(exchange, 200);
    sent.complete("done");
    assertThat(app.recorder.onlyCall()).isSameAs(outer);
  }

  @Test
  void outerCallContinuesAfterTheInnerCallEnds() {
    Call outer = app.entersGeneric();
    app.returns(app.entersTrack());
    app.exchanges(200);
    app.returns(outer);
    assertThat(app.recorder.onlyAttempt().call()).isSameAs(outer);
  }

  @Test
  void threadHasNoCurrentCallAfterACallEnds() {
    app.throwsFrom(app.entersIdentify(), new IllegalStateException("broken"));
    app.returns(app.entersTrack());
    app.exchanges(200);

    assertThat(app.recorder.endedCalls)
        .extracting(call -> call.operation().name() + " " + call.isFromClientMethod())
        .containsExactly("identify true", "track true", "identify false");
  }

  @Test
  void exchangesOnOtherThreadsAreNotPartOfTheCall() throws InterruptedException {
    Call call = app.entersIdentify();
    Thread other = new Thread(() -> app.exchanges(500));
    other.start();
    other.join();
    app.returns(call);

    assertThat(app.recorder.endedCalls).hasSize(2);
    assertThat(call.attempts()).isZero();
    assertThat(call.errorType()).isNull();
  }

  /** A listener must not throw; if it does, the thread must not keep the call. */
  @Test
  void callThatFailsToStartIsNotCurrent() {
    Observer broken = ObservedApplication.observer(null);
    assertThatThrownBy(() -> broken.enterClientMethod(Operation.IDENTIFY, false, "u1", null))
        .isInstanceOf(NullPointerException.class);
    assertThat(broken.current()).isNull();
  }

  @Test
  void whatIsKnownOfACallIsForgottenWithIt() {
    AtomicInteger forgotten = new AtomicInteger();
    Call call = app.entersIdentify();
    call.atEnd(forgotten::incrementAndGet);
    assertThat(forgotten).hasValue(0);

    app.returns(call);
    assertThat(forgotten).hasValue(1);

    call.atEnd(forgotten::incrementAndGet);
    assertThat(forgotten).hasValue(2);
  }

  @Test
  void whatIsKnownOfAnInnerCallIsForgottenWithTheOuterOne() {
    AtomicInteger forgotten = new AtomicInteger();
    Call outer = app.entersGeneric();
    Call inner = app.entersIdentify();
    inner.atEnd(forgotten::incrementAndGet);

    app.returns(inner);
    assertThat(forgotten).hasValue(0);

    app.returns(outer);
    assertThat(forgotten).hasValue(1);
  }
}
