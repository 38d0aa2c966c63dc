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

  /** Subscribes and does the work of the subscription on this thread. */
  private static Subscription subscribes(DeferredCall deferred, Runnable work) {
    Subscription[] subscription = new Subscription[1];
    deferred.subscribe(
        subscribed -> {
          subscription[0] = subscribed;
          work.run();
        });
    return subscription[0];
  }

  private static Subscription subscribes(DeferredCall deferred) {
    return subscribes(deferred, () -> {});
  }

  @Test
  void nothingIsReportedWithoutASubscription() {
    returnsPublisher(app.entersIdentify());
    assertThat(app.observer.current()).isNull();
    assertThat(app.recorder.endedCalls).isEmpty();
  }

  @Test
  void firstSubscriptionJoinsTasksOfTheMethod() {
    Call call = app.entersIdentify();
    HandedTask task = HandedTask.of(call, HandedTask.Kind.PLAIN);
    Subscription subscription = subscribes(returnsPublisher(call));
    ThreadScope scope = task.begin();
    ObservedApplication.answers(app.sends(), 200);
    task.end(scope);
    subscription.ended(null);
    assertThat(app.recorder.onlyCall()).isSameAs(call);
    assertThat(call.outcome()).isEqualTo(Outcome.SUCCESS);
  }

  @Test
  void countsWhenThePublisherEnds() {
    Exchange[] exchange = new Exchange[1];
    Subscription subscription =
        subscribes(returnsPublisher(app.entersIdentify()), () -> exchange[0] = app.sends());
    assertThat(app.observer.current()).isNull();
    ObservedApplication.answers(exchange[0], 429);
    assertThat(app.recorder.endedCalls).isEmpty();

    subscription.ended(new IllegalStateException("the status is lost"));
    assertThat(app.recorder.onlyCall().errorType()).isEqualTo("429");
  }

  @Test
  void durationBeginsWithTheSubscription() {
    DeferredCall deferred = returnsPublisher(app.entersIdentify());
    long before = System.nanoTime();
    subscribes(deferred).ended(null);
    assertThat(app.recorder.onlyCall().startNanos()).isGreaterThanOrEqualTo(before);
    assertThat(app.recorder.onlyCall().errorType()).isNull();
  }

  @Test
  void eachSubscriptionIsAnOperation() {
    DeferredCall deferred = returnsPublisher(app.entersIdentify());
    subscribes(deferred).ended(new ConnectException("refused"));
    subscribes(deferred).ended(null);
    assertThat(app.recorder.endedCalls)
        .extracting(Call::errorType)
        .containsExactly("connect", null);
  }

  @Test
  void cancellationIsAnErrorUnlessTheSubscriptionHasEnded() {
    DeferredCall deferred = returnsPublisher(app.entersIdentify());
    subscribes(deferred).cancelled();
    assertThat(app.recorder.onlyCall().errorType()).isEqualTo("cancelled");

    Subscription ended = subscribes(deferred);
    ended.ended(null);
    ended.cancelled();
    assertThat(app.recorder.endedCalls)
        .extracting(Call::errorType)
        .containsExactly("cancelled", null);
  }

  @Test
  void firstSubscriptionJoinsTheExchangeOfTheMethod() {
    Call call = app.entersIdentify();
    Exchange exchange = app.sends();
    DeferredCall deferred = returnsPublisher(call);
    Subscription subscription =
        subscribes(deferred, () -> assertThat(app.observer.current()).isSameAs(call));
    ObservedApplication.answers(exchange, 200);
    subscription.ended(null);
    assertThat(app.recorder.onlyCall()).isSameAs(call);

    subscribes(deferred).ended(null);
    assertThat(app.recorder.endedCalls).as("the same result once more").hasSize(1);
    subscribes(deferred, () -> ObservedApplication.answers(app.sends(), 200)).ended(null);
    assertThat(app.recorder.endedCalls).hasSize(2);
  }

  @Test
  void cancellationAfterAnItemIsNotAnError() {
    Subscription subscription = subscribes(returnsPublisher(app.entersIdentify()));
    subscription.delivered();
    subscription.cancelled();
    assertThat(app.recorder.onlyCall().errorType()).isNull();
  }

  @Test
  void signalHandlersAreOutsideTheCallAndRequestsAreWithinIt() {
    Call[] call = new Call[1];
    Subscription[] subscription = new Subscription[1];
    returnsPublisher(app.entersIdentify())
        .subscribe(
            subscribed -> {
              subscription[0] = subscribed;
              call[0] = app.observer.current();
              subscribed.outside(() -> assertThat(app.observer.current()).isNull());
              assertThat(app.observer.current()).isSameAs(call[0]);
            });
    subscription[0].within(() -> assertThat(app.observer.current()).isSameAs(call[0]));
    assertThat(app.observer.current()).isNull();
  }

  @Test
  void subscriptionWithinAnotherCallIsPartOfThatCall() {
    DeferredCall deferred = returnsPublisher(app.entersIdentify());
    Call around = app.entersIdentify();
    subscribes(deferred, () -> assertThat(app.observer.current()).isSameAs(around)).ended(null);
    assertThat(app.recorder.endedCalls).isEmpty();
    app.returns(around);
    assertThat(app.recorder.onlyCall()).isSameAs(around);
  }

  @Test
  void exceptionOfTheSourceReachesTheApplication() {
    DeferredCall deferred = returnsPublisher(app.entersIdentify());
    IllegalStateException thrown = new IllegalStateException("no publisher");
    assertThatThrownBy(
            () ->
                deferred.subscribe(
                    subscribed -> {
                      throw thrown;
                    }))
        .isSameAs(thrown);
    assertThat(app.observer.current()).isNull();
    assertThat(app.recorder.onlyCall().errorType()).isEqualTo("unknown");
  }
}
