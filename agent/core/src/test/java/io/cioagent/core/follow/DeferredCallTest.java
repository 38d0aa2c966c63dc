package io.cioagent.core.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cioagent.core.call.Call;
import io.cioagent.core.call.Exchange;
import io.cioagent.core.call.Outcome;
import io.cioagent.core.call.ThreadScope;
import io.cioagent.core.follow.DeferredCall.Subscription;
import io.cioagent.core.observe.ObservedApplication;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;

/** Client methods that return a publisher. */
class DeferredCallTest {
  private final ObservedApplication app = new ObservedApplication();

  private DeferredCall returnsPublisher(Call call) {
    app.observer.leaveClientMethod(call);
    return DeferredCall.of(call);
  }

  /** Subscribes, and does the work of that on this thread. */
  private static Subscription subscribes(DeferredCall deferred, Runnable work) {
    Subscription[] subscription = new Subscription[1];
    deferred.subscribe(
        begun -> {
          subscription[0] = begun;
          work.run();
        });
    return subscription[0];
  }

  private static Subscription subscribes(DeferredCall deferred) {
    return subscribes(deferred, () -> {});
  }

  @Test
  void withoutASubscriptionNothingHappened() {
    returnsPublisher(app.entersIdentify());
    assertThat(app.observer.current()).isNull();
    assertThat(app.heard.endedCalls).isEmpty();
  }

  @Test
  void firstSubscriptionJoinsWorkThatTheMethodHasHandedOver() {
    Call call = app.entersIdentify();
    HandedTask task = HandedTask.of(call, HandedTask.Kind.PLAIN);
    Subscription subscription = subscribes(returnsPublisher(call));
    ThreadScope scope = task.begin();
    ObservedApplication.answers(app.sends(), 200);
    task.end(scope);
    subscription.ended(null);
    assertThat(app.heard.onlyCall()).isSameAs(call);
    assertThat(call.outcome()).isEqualTo(Outcome.SUCCESS);
  }

  @Test
  void countsWhenThePublisherEnds() {
    Exchange[] exchange = new Exchange[1];
    Subscription subscription =
        subscribes(returnsPublisher(app.entersIdentify()), () -> exchange[0] = app.sends());
    assertThat(app.observer.current()).isNull();
    ObservedApplication.answers(exchange[0], 429);
    assertThat(app.heard.endedCalls).isEmpty();

    subscription.ended(new IllegalStateException("the status is lost"));
    assertThat(app.heard.onlyCall().errorType()).isEqualTo("429");
  }

  @Test
  void itsTimeBeginsWithTheSubscription() {
    DeferredCall deferred = returnsPublisher(app.entersIdentify());
    long before = System.nanoTime();
    subscribes(deferred).ended(null);
    assertThat(app.heard.onlyCall().startNanos()).isGreaterThanOrEqualTo(before);
    assertThat(app.heard.onlyCall().errorType()).isNull();
  }

  @Test
  void eachSubscriptionIsAnOperation() {
    DeferredCall deferred = returnsPublisher(app.entersIdentify());
    subscribes(deferred).ended(new ConnectException("refused"));
    subscribes(deferred).ended(null);
    assertThat(app.heard.endedCalls).extracting(Call::errorType).containsExactly("connect", null);
  }

  @Test
  void cancelledIsAnErrorButNotAfterTheEnd() {
    DeferredCall deferred = returnsPublisher(app.entersIdentify());
    subscribes(deferred).cancelled();
    assertThat(app.heard.onlyCall().errorType()).isEqualTo("cancelled");

    Subscription ended = subscribes(deferred);
    ended.ended(null);
    ended.cancelled();
    assertThat(app.heard.endedCalls).extracting(Call::errorType).containsExactly("cancelled", null);
  }

  @Test
  void aMethodThatDidNotWaitIsJoinedByTheFirstSubscription() {
    Call call = app.entersIdentify();
    Exchange exchange = app.sends();
    DeferredCall deferred = returnsPublisher(call);
    Subscription subscription =
        subscribes(deferred, () -> assertThat(app.observer.current()).isSameAs(call));
    ObservedApplication.answers(exchange, 200);
    subscription.ended(null);
    assertThat(app.heard.onlyCall()).isSameAs(call);

    subscribes(deferred).ended(null);
    assertThat(app.heard.endedCalls).as("the same result once more").hasSize(1);
    subscribes(deferred, () -> ObservedApplication.answers(app.sends(), 200)).ended(null);
    assertThat(app.heard.endedCalls).hasSize(2);
  }

  @Test
  void cancelledWithSomethingInHandIsNoError() {
    Subscription subscription = subscribes(returnsPublisher(app.entersIdentify()));
    subscription.delivered();
    subscription.cancelled();
    assertThat(app.heard.onlyCall().errorType()).isNull();
  }

  @Test
  void whatTheApplicationDoesWithASignalIsNoPartOfTheCallAndWhatItRequestsIs() {
    Call[] call = new Call[1];
    Subscription[] subscription = new Subscription[1];
    returnsPublisher(app.entersIdentify())
        .subscribe(
            begun -> {
              subscription[0] = begun;
              call[0] = app.observer.current();
              begun.outside(() -> assertThat(app.observer.current()).isNull());
              assertThat(app.observer.current()).isSameAs(call[0]);
            });
    subscription[0].within(() -> assertThat(app.observer.current()).isSameAs(call[0]));
    assertThat(app.observer.current()).isNull();
  }

  @Test
  void withinAnotherCallItIsPartOfThat() {
    DeferredCall deferred = returnsPublisher(app.entersIdentify());
    Call around = app.entersIdentify();
    subscribes(deferred, () -> assertThat(app.observer.current()).isSameAs(around)).ended(null);
    assertThat(app.heard.endedCalls).isEmpty();
    app.returns(around);
    assertThat(app.heard.onlyCall()).isSameAs(around);
  }

  @Test
  void whatTheSourceThrowsIsTheApplications() {
    DeferredCall deferred = returnsPublisher(app.entersIdentify());
    IllegalStateException thrown = new IllegalStateException("no publisher");
    assertThatThrownBy(
            () ->
                deferred.subscribe(
                    begun -> {
                      throw thrown;
                    }))
        .isSameAs(thrown);
    assertThat(app.observer.current()).isNull();
    assertThat(app.heard.onlyCall().errorType()).isEqualTo("unknown");
  }
}
