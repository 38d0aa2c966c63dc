package io.cioagent.core.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.call.Call;
import io.cioagent.core.call.CurrentCall;
import io.cioagent.core.call.Exchange;
import io.cioagent.core.call.ThreadScope;
import io.cioagent.core.event.EarlyEvents;
import io.cioagent.core.follow.HandedTask.Kind;
import io.cioagent.core.observe.ObservedApplication;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.observe.Recorder;
import io.cioagent.core.operation.Operation;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Work that a call hands to other threads. */
class HandedOverTest {
  private final ObservedApplication app = new ObservedApplication();

  /** Some tests begin a task on their own thread and leave its call current there. */
  private final ThreadScope before = CurrentCall.suspend();

  @AfterEach
  void leave() {
    before.leave();
  }

  private static void onAnotherThread(Runnable work) throws InterruptedException {
    Thread thread = new Thread(work);
    thread.start();
    thread.join(10_000);
    assertThat(thread.isAlive()).isFalse();
  }

  /** What a woven task does. */
  private static void runTask(HandedTask task, Runnable work) throws InterruptedException {
    onAnotherThread(
        () -> {
          ThreadScope scope = task.begin();
          work.run();
          task.end(scope);
        });
  }

  @Test
  void exchangeOnAnotherThreadIsPartOfTheCall() throws InterruptedException {
    Call call = app.entersIdentify();
    HandedTask task = HandedTask.of(call, Kind.RESULT);
    runTask(task, () -> app.exchanges(200));
    app.returns(call);
    assertThat(app.heard.onlyCall()).isSameAs(call);
    assertThat(call.attempts()).isEqualTo(1);
  }

  @Test
  void callIsNotOverBeforeItsTaskIsDone() throws InterruptedException {
    Call call = app.entersIdentify();
    HandedTask task = HandedTask.of(call, Kind.RESULT);
    app.returns(call);
    assertThat(app.heard.endedCalls).isEmpty();

    runTask(task, () -> app.exchanges(500));
    assertThat(app.heard.onlyCall()).isSameAs(call);
    assertThat(call.errorType()).isEqualTo("500");
  }

  @Test
  void callIsNotOverBeforeItsLastTaskIsDone() throws InterruptedException {
    Call call = app.entersIdentify();
    HandedTask first = HandedTask.of(call, Kind.RESULT);
    HandedTask second = HandedTask.of(call, Kind.PLAIN);
    app.returns(call);
    runTask(first, () -> app.exchanges(200));
    assertThat(app.heard.endedCalls).isEmpty();
    runTask(second, () -> app.exchanges(200));
    assertThat(app.heard.onlyCall().attempts()).isEqualTo(2);
  }

  @Test
  void nestedClientMethodOnAnotherThreadIsPartOfTheCall() throws InterruptedException {
    Call call = app.entersIdentify();
    HandedTask task = HandedTask.of(call, Kind.RESULT);
    app.returns(call);
    runTask(task, () -> assertThat(app.entersTrack()).isNull());
    assertThat(app.heard.onlyCall()).isSameAs(call);
  }

  @Test
  void callThatIsOverIsNotResumed() {
    Call call = app.entersIdentify();
    app.returns(call);
    assertThat(CurrentCall.resume(call)).isNull();
    assertThat(app.observer.current()).isNull();
  }

  @Test
  void threadIsAsItWasAfterwards() {
    Call outer = app.entersIdentify();
    ThreadScope own = CurrentCall.suspend();
    assertThat(app.observer.current()).isNull();
    ThreadScope resumed = CurrentCall.resume(outer);
    assertThat(app.observer.current()).isSameAs(outer);
    resumed.leave();
    assertThat(app.observer.current()).isNull();
    own.leave();
    assertThat(app.observer.current()).isSameAs(outer);

    app.returns(outer);
    assertThat(app.observer.current()).isNull();
  }

  @Test
  void taskThatWillNeverRunIsNotWaitedFor() {
    Call call = app.entersIdentify();
    HandedTask task = HandedTask.of(call, Kind.PLAIN);
    app.returns(call);
    assertThat(app.heard.endedCalls).isEmpty();
    task.drop();
    assertThat(app.heard.onlyCall()).isSameAs(call);
  }

  @Test
  void timerIsWaitedForOnlyOnceItIsDue() {
    Call waitsForNothing = app.entersIdentify();
    HandedTask.of(waitsForNothing, Kind.TIMER);
    app.returns(waitsForNothing);
    assertThat(app.heard.onlyCall()).isSameAs(waitsForNothing);

    Call call = app.entersTrack();
    HandedTask timer = HandedTask.of(call, Kind.TIMER);
    timer.isDue();
    app.returns(call);
    assertThat(app.heard.endedCalls).hasSize(1);
    timer.drop();
    assertThat(app.heard.endedCalls).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"PLAIN", "THREAD"})
  void taskThatNeverEndsDoesNotKeepTheCallOpen(Kind kind) throws InterruptedException {
    Call call = app.entersIdentify();
    HandedTask looper = HandedTask.of(call, kind);
    ThreadScope scope = looper.begin();
    app.returns(call);
    assertThat(app.heard.pollEnd()).isNull();
    assertThat(app.heard.awaitEnd()).isSameAs(call);
    assertThat(call.endNanos() - call.startNanos()).isLessThan(500_000_000);
    assertThat(looper.isObsolete()).isTrue();
    assertThat(app.observer.current()).isNull();
    looper.end(scope);
  }

  @Test
  void exchangeOfATaskThatMayNeverEndIsWaitedForAsAnyOther() throws InterruptedException {
    Call call = app.entersIdentify();
    HandedTask thread = HandedTask.of(call, Kind.THREAD);
    app.returns(call);
    Exchange[] sent = {null};
    runTask(thread, () -> sent[0] = app.sends());
    assertThat(app.heard.pollEnd()).isNull();
    ObservedApplication.answers(sent[0], 500);
    assertThat(app.heard.onlyCall().errorType()).isEqualTo("500");
  }

  @Test
  void taskThatFailedMayTryAgainAfterAPause() throws InterruptedException {
    Call call = app.entersIdentify();
    HandedTask thread = HandedTask.of(call, Kind.THREAD);
    app.returns(call);
    runTask(
        thread,
        () -> {
          app.exchanges(500);
          // Longer than a thread may be silent that has sent nothing.
          LockSupport.parkNanos(1_500_000_000);
          app.exchanges(200);
        });
    assertThat(app.heard.onlyCall().errorType()).isNull();
    assertThat(call.attempts()).isEqualTo(2);
  }

  @Test
  void threadBelongsToTheCallThatStartedIt() throws InterruptedException {
    Call call = app.entersIdentify();
    Call[] seen = new Call[2];
    Thread thread =
        new Thread(
            () -> {
              seen[0] = app.observer.current();
              CurrentCall.threadIsWorker();
              seen[1] = app.observer.current();
            });
    assertThat(app.observer.threadStarts(thread, Kind.THREAD)).isTrue();
    assertThat(app.observer.threadStarts(thread, Kind.THREAD)).isFalse();
    thread.start();
    thread.join();
    assertThat(seen).containsExactly(call, null);
    app.returns(call);
    assertThat(app.heard.onlyCall()).isSameAs(call);
  }

  @Test
  void threadThatEndedIsNotWaitedFor() {
    Call call = app.entersIdentify();
    Thread thread = new Thread(() -> {});
    app.observer.threadStarts(thread, Kind.THREAD);
    app.returns(call);
    assertThat(app.heard.endedCalls).isEmpty();
    CurrentCall.threadEnded(thread);
    assertThat(app.heard.onlyCall()).isSameAs(call);
    assertThat(app.observer.threadStarts(thread, Kind.THREAD)).isFalse();
  }

  @Test
  void errorIsDroppedOnceItIsReported() {
    Throwable[] told = {null};
    EarlyEvents calls = new EarlyEvents();
    Observer observer = ObservedApplication.observer(calls);
    Call early = observer.enterClientMethod(Operation.IDENTIFY, false, "u1", null);
    IllegalStateException thrown = new IllegalStateException();
    observer.exitClientMethod(early, null, thrown);
    assertThat(early.error()).isSameAs(thrown);

    calls.passOnTo(
        new Recorder() {
          @Override
          public void ended(Call call) {
            told[0] = call.error();
          }
        });
    assertThat(told).containsExactly(thrown);
    assertThat(early.error()).isNull();
  }

  @Test
  void taskThatHasOnlyBeenMadeIsNotWaitedFor() {
    Call call = app.entersIdentify();
    HandedTask.of(call, Kind.MADE);
    app.returns(call);
    assertThat(app.heard.onlyCall()).isSameAs(call);
  }

  @Test
  void taskThatRanBeforeItWasDueIsNotWaitedForAnyMore() throws InterruptedException {
    Call call = app.entersIdentify();
    HandedTask task = HandedTask.of(call, Kind.MADE);
    runTask(task, () -> {});
    task.isDue();
    app.returns(call);
    assertThat(app.heard.onlyCall()).isSameAs(call);
  }

  @Test
  void resultThatIsNotReadyIsWaitedForNoLongerThanAThread() throws InterruptedException {
    Call call = app.entersIdentify();
    HandedTask side = HandedTask.of(call, Kind.RESULT);
    ThreadScope scope = side.begin();
    long start = System.nanoTime();
    app.returns(call);
    assertThat(app.heard.awaitEnd()).isSameAs(call);
    assertThat(System.nanoTime() - start).isBetween(900_000_000L, 8_000_000_000L);
    side.end(scope);
  }

  @Test
  void taskThatHasNotBegunIsWaitedForUnlessTheMethodHasItsAnswer() throws InterruptedException {
    Call waiting = app.entersIdentify();
    HandedTask backlog = HandedTask.of(waiting, Kind.PLAIN);
    app.returns(waiting);
    Call answered = app.entersIdentify();
    app.exchanges(200);
    HandedTask.of(answered, Kind.PLAIN);
    app.returns(answered);
    assertThat(app.heard.awaitEnd()).isSameAs(answered);
    assertThat(app.heard.endedCalls).doesNotContain(waiting);

    runTask(backlog, () -> app.exchanges(500));
    assertThat(app.heard.awaitEnd()).isSameAs(waiting);
    assertThat(waiting.errorType()).isEqualTo("500");
  }

  @Test
  void workOfALibraryForItselfIsNotWaitedFor() throws InterruptedException {
    Call call = app.entersIdentify();
    HandedTask cleaner = HandedTask.of(call, Kind.LIBRARY);
    ThreadScope scope = cleaner.begin();
    app.returns(call);
    assertThat(app.heard.onlyCall()).isSameAs(call);
    cleaner.end(scope);
  }

  @Test
  void coroutineThatNeverRunsIsNotWaitedForLongerAfterAFailure() throws InterruptedException {
    Call call = app.entersIdentify();
    HandedTask.of(call, Kind.COROUTINE);
    HandedTask task = HandedTask.of(call, Kind.PLAIN);
    app.returns(call);
    runTask(task, () -> app.exchanges(500));
    long start = System.nanoTime();
    assertThat(app.heard.awaitEnd()).isSameAs(call);
    assertThat(System.nanoTime() - start).isLessThan(8_000_000_000L);
    assertThat(call.errorType()).isEqualTo("500");
  }
}
