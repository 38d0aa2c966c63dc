package io.cioagent.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.call.Attempt;
import io.cioagent.core.call.Call;
import io.cioagent.core.call.Exchange;
import io.cioagent.core.observe.ObservedApplication;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.observe.Recorder;
import io.cioagent.core.operation.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EarlyEventsTest {
  private static final int MOST_WAITING = 10_000;

  private final EarlyEvents early = new EarlyEvents();
  private final Observer observer = ObservedApplication.observer(early);
  private final Recorder real = new Recorder();

  /** A call that ends, with one attempt: two events. */
  private void call(String userId) {
    Call call = observer.enterClientMethod(Operation.IDENTIFY, false, userId, null);
    Exchange exchange = observer.startExchange();
    ObservedApplication.tries(exchange);
    ObservedApplication.answers(exchange, 200);
    observer.exitClientMethod(call, null, null);
  }

  @Test
  void earlyEventsArePassedOnInOrder() {
    List<String> events = new ArrayList<>();
    AgentListener listener =
        new Recorder() {
          @Override
          public void started(Call call) {
            events.add("call");
          }

          @Override
          public void started(Attempt attempt) {
            events.add("attempt");
          }

          @Override
          public void ended(Attempt attempt) {
            events.add("attempt ended " + attempt.call().userId());
          }

          @Override
          public void ended(Call call) {
            events.add("call ended " + call.userId());
          }

          @Override
          public void failed(String where, Throwable failure) {
            events.add("failed in " + where);
          }
        };
    call("one");
    observer.failed("somewhere", new IllegalStateException());
    call("two");

    assertThat(early.passOnTo(listener)).isZero();
    assertThat(events)
        .containsExactly(
            "attempt ended one",
            "call ended one",
            "failed in somewhere",
            "attempt ended two",
            "call ended two");
  }

  @Test
  void laterEventsArePassedOnAtOnce() {
    early.passOnTo(real);
    call("one");
    observer.failed("somewhere", new IllegalStateException("ours"));
    assertThat(real.startedCalls).hasSize(1);
    assertThat(real.startedAttempts).hasSize(1);
    assertThat(real.endedAttempts).hasSize(1);
    assertThat(real.endedCalls).hasSize(1);
    assertThat(real.failures).containsExactly("somewhere: ours");
  }

  @Test
  void callThatStartsEarlyAndEndsLateIsReported() {
    Call call = observer.enterClientMethod(Operation.IDENTIFY, false, "u1", null);
    early.passOnTo(real);
    observer.exitClientMethod(call, null, null);
    assertThat(real.startedCalls).isEmpty();
    assertThat(real.onlyCall()).isSameAs(call);
  }

  @Test
  void queueIsBoundedAndDroppedEventsAreCounted() {
    for (int i = 0; i < MOST_WAITING; i++) {
      call("u" + i);
    }
    assertThat(early.passOnTo(real)).isEqualTo(MOST_WAITING);
    assertThat(real.endedCalls).hasSize(MOST_WAITING / 2);
    assertThat(real.endedAttempts).hasSize(MOST_WAITING / 2);
    assertThat(real.endedCalls.get(0).userId()).isEqualTo("u0");
  }

  @Test
  void queuedEventsAreNotOvertaken() throws Exception {
    for (int i = 0; i < 1000; i++) {
      call("early");
    }
    List<String> events = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch passingOn = new CountDownLatch(1);
    CountDownLatch lateCallMade = new CountDownLatch(1);
    AgentListener listener =
        new Recorder() {
          @Override
          public void started(Call call) {}

          @Override
          public void started(Attempt attempt) {}

          @Override
          public void ended(Attempt attempt) {}

          @Override
          public void ended(Call call) {
            events.add((String) call.userId());
            passingOn.countDown();
            // The late call arrives while early ones are passed on; it may or may not have to wait.
            await(lateCallMade, events.size() == 1 ? 200 : 0);
          }

          @Override
          public void failed(String where, Throwable failure) {}
        };
    Thread late =
        new Thread(
            () -> {
              await(passingOn, 10_000);
              call("late");
              lateCallMade.countDown();
            });
    late.start();
    early.passOnTo(listener);
    late.join(10_000);

    assertThat(events).hasSize(1001).endsWith("early", "late");
  }

  private static void await(CountDownLatch latch, long millis) {
    try {
      boolean unused = latch.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void concurrentEventsAreNotLost() throws Exception {
    int each = 1000;
    List<Thread> threads = new ArrayList<>();
    CountDownLatch underWay = new CountDownLatch(4 * each / 2);
    for (int i = 0; i < 4; i++) {
      Thread thread =
          new Thread(
              () -> {
                for (int n = 0; n < each; n++) {
                  call("u" + n);
                  underWay.countDown();
                }
              });
      threads.add(thread);
      thread.start();
    }
    assertThat(underWay.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(early.passOnTo(real)).isZero();
    for (Thread thread : threads) {
      thread.join(10_000);
    }
    assertThat(real.endedCalls).hasSize(4 * each).doesNotHaveDuplicates();
    assertThat(real.endedAttempts).hasSize(4 * each).doesNotHaveDuplicates();
  }
}
