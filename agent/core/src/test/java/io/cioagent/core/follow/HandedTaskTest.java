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

/** Tasks that a call hands over to other threads. */
class HandedTaskTest {
  private final ObservedApplication app = new ObservedApplication();

  /** Some tests start a task on their own thread and leave its call current there. */
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

  /** Runs the work as a woven task does. */
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
    assertThat(app.recorder.onlyCall()).isSameAs(call);
    assertThat(call.attempts()).isEqualTo(1);
  }

  @Test
  void callEndsAfterItsTask() throws InterruptedException {
    Call call = app.entersIdentify();
    HandedTask task = HandedTask.of(call, Kind.RESULT);
    app.returns(call);
    assertThat(app.recorder.endedCalls).isEmpty();

    runTask(task, () -> app.exchanges(500));
    assertThat(app.recorder.onlyCall()).isSameAs(call);
    assertThat(call.errorType()).isEqualTo("500");
  }

  @Test
  void callEndsAfterItsLastTask() throws InterruptedException {
    Call call = app.entersIdentify();
    HandedTask first = HandedTask.of(call, Kind.RESULT);
    HandedTask second = HandedTask.of(call, Kind.PLAIN);
    app.returns(call);
    runTask(first, () -> app.exchanges(200));
    assertThat(app.recorder.endedCalls).isEmpty();
    runTask(second, () -> app.exchanges(200));
    assertThat(app.recorder.onlyCall().attempts()).isEqualTo(2);
  }

  @Test
  void nestedClientMethodOnAnotherThreadIsPartOfTheCall() throws InterruptedException {
    Call call = app.entersIdentify();
    HandedTask task = HandedTask.of(call, Kind.RESULT);
    app.returns(call);
    runTask(task, () -> assertThat(app.entersTrack()).isNull());
    assertThat(app.recorder.onlyCall()).isSameAs(call);
  }

  @Test
  void callThatIsOverIsNotResumed() {
    Call call = app.entersIdentify();
    app.returns(call);
    assertThat(CurrentCall.resume(call)).isNull();
    assertThat(app.observer.current()).isNull();
  }

  @Test
  void threadStateIsRestoredAfterATask() {
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
  void droppedTaskDoesNotDelayTheEnd() {
    Call call = app.entersIdentify();
    HandedTask task = HandedTask.of(call, Kind.PLAIN);
    app.returns(call);
    assertThat(app.recorder.endedCalls).isEmpty();
    task.drop();
    assertThat(app.recorder.onlyCall()).isSameAs(call);
  }

  @Test
  void timerDelaysTheEndOnlyOnceItIsDue() {
    Call waitsForNothing = app.entersIdentify();
    HandedTask.of(waitsForNothing, Kind.TIMER);
    app.returns(waitsForNothing);
    assertThat(app.recorder.onlyCall()).isSameAs(waitsForNothing);

    Call call = app.entersTrack();
    HandedTask timer = HandedTask.of(call, Kind.TIMER);
    timer.isDue();
    app.returns(call);
    assertThat(app.recorder.endedCalls).hasSize(1);
    timer.drop();
    assertThat(app.recorder.endedCalls).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"PLAIN", "THREAD"})
  void endlessTaskDoesNotKeepTheCallOpen(Kind kind) throws InterruptedException {
    Call call = app.entersIdentify();
    HandedTask looper = HandedTask.of(call, kind);
    ThreadScope scope = looper.begin();
    app.returns(call);
    assertThat(app.recorder.pollEnd()).isNull();
    assertThat(app.recorder.awaitEnd()).isSameAs(call);
    assertThat(call.endNanos() - call.startNanos()).isLessThan(500_000_000);
    assertThat(looper.isObsolete()).isTrue();
    assertThat(app.observer.current()).isNull();
    looper.end(scope);
  }

  @Test
  void exchangeOfAnEndlessTaskDelaysTheEnd() throws InterruptedException {
    Call call = app.entersIdentify();
    HandedTask thread = HandedTask.of(call, Kind.THREAD);
    app.returns(call);
    Exchange[] sent = {null};
    runTask(thread, () -> sent[0] = app.sends());
    assertThat(app.recorder.pollEnd()).isNull();
    ObservedApplication.answers(sent[0], 500);
    assertThat(app.recorder.onlyCall().errorType()).isEqualTo("500");
  }

  @Test
  void failedTaskMayRetryAfterAPause() throws InterruptedException {
    Call call = app.entersIdentify();
    HandedTask thread = HandedTask.of(call, Kind.THREAD);
    app.returns(call);
    runTask(
        thread,
        () -> {
          app.exchanges(500);
          // Longer than the limit for an idle thread that has sent no request.
          LockSupport.parkNanos(1_500_000_000);
          app.exchanges(200);
        });
    assertThat(app.recorder.onlyCall().errorType()).isNull();
    assertThat(call.attempts()).isEqualTo(2);
  }

  @Test
  void threadBelongsToTheCallThatStartsIt() throws InterruptedException {
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
    assertThat(app.recorder.onlyCall()).isSameAs(call);
  }

  @Test
  void endedThreadDoesNotDelayTheEnd() {
    Call call = app.entersIdentify();
    Thread thread = new Thread(() -> {});
    app.observer.threadStarts(thread, Kind.THREAD);
    app.returns(call);
    assertThat(app.recorder.endedCalls).isEmpty();
    CurrentCall.threadEnded(thread);
    assertThat(app.recorder.onlyCall()).isSameAs(call);
    assertThat(app.observer.threadStarts(thread, Kind.THREAD)).isFalse();
  }

  @Test
  void errorIsReleasedOnceItIsReported() {
    Throwable[] reported = {null};
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
            reported[0] = call.error();
          }
        });
    assertThat(reported).containsExactly(thrown);
    assertThat(early.error()).isNull();
  }

  @Test
  void createdTaskDoesNotDelayTheEnd() {
    Call call = app.entersIdentify();
    HandedTask.of(call, Kind.MADE);
    app.returns(call);
    assertThat(app.recorder.onlyCall()).isSameAs(call);
  }

  @Test
  void taskThatRunsEarlyDoesNotDelayTheEnd() throws InterruptedException {
    Call call = app.entersIdentify();
    HandedTask task = HandedTask.of(call, Kind.MADE);
    runTask(task, () -> {});
    task.isDue();
    app.returns(call);
    assertThat(app.recorder.onlyCall()).isSameAs(call);
  }

  @Test
  void pendingResultDelaysTheEndNoLongerThanAThread() throws InterruptedException {
    Call call = app.entersIdentify();
    HandedTask side = HandedTask.of(call, Kind.RESULT);
    ThreadScope scope = side.begin();
    long start = System.nanoTime();
    app.returns(call);
    assertThat(app.recorder.awaitEnd()).isSameAs(call);
    assertThat(System.nanoTime() - start).isBetween(900_000_000L, 8_000_000_000L);
    side.end(scope);
  }

  @Test
  void queuedTaskDelaysTheEndUnlessTheMethodHasItsResponse() throws InterruptedException {
    Call waiting = app.entersIdentify();
    HandedTask backlog = HandedTask.of(waiting, Kind.PLAIN);
    app.returns(waiting);
    Call answered = app.entersIdentify();
    app.exchanges(200);
    HandedTask.of(answered, Kind.PLAIN);
    app.returns(answered);
    assertThat(app.recorder.awaitEnd()).isSameAs(answered);
    assertThat(app.recorder.endedCalls).doesNotContain(waiting);

    runTask(backlog, () -> app.exchanges(500));
    assertThat(app.recorder.awaitEnd()).isSameAs(waiting);
    assertThat(waiting.errorType()).isEqualTo("500");
  }

  @Test
  void internalTaskOfALibraryDoesNotDelayTheEnd() throws InterruptedException {
    Call call = app.entersIdentify();
    HandedTask cleaner = HandedTask.of(call, Kind.LIBRARY);
    ThreadScope scope = cleaner.begin();
    app.returns(call);
    assertThat(app.recorder.onlyCall()).isSameAs(call);
    cleaner.end(scope);
  }

  @Test
  void coroutineThatNeverRunsDoesNotDelayTheEndAfterAFailure() throws InterruptedException {
    Call call = app.entersIdentify();
    HandedTask.of(call, Kind.COROUTINE);
    HandedTask task = HandedTask.of(call, Kind.PLAIN);
    app.returns(call);
    runTask(task, () -> app.exchanges(500));
    long start = System.nanoTime();
    assertThat(app.recorder.awaitEnd()).isSameAs(call);
    assertThat(System.nanoTime() - start).isLessThan(8_000_000_000L);
    assertThat(call.errorType()).isEqualTo("500");
  }
}
