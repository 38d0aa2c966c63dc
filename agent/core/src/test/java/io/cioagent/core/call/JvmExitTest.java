package io.cioagent.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.event.EarlyEvents;
import io.cioagent.core.follow.HandedTask;
import io.cioagent.core.follow.HandedTask.Kind;
import io.cioagent.core.observe.ObservedApplication;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.observe.Recorder;
import io.cioagent.core.operation.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Calls reported when the JVM exits. */
class JvmExitTest {
  private final ObservedApplication app = new ObservedApplication();
  private final List<Thread> hooks = new ArrayList<>();
  private final JvmExit exit = app.observer.endAllBeforeExit(() -> hooks, deadline -> {});

  @Test
  void callThatHasReturnedIsReportedAtOnce() {
    Call call = app.entersIdentify();
    HandedTask.of(call, Kind.PLAIN);
    app.exchanges(200);
    app.returns(call);
    assertThat(app.recorder.endedCalls).isEmpty();
    exit.run();
    assertThat(app.recorder.onlyCall()).isSameAs(call);
    assertThat(call.errorType()).isNull();
  }

  @Test
  void runningCallIsUnfinished() {
    Call running = app.entersIdentify();
    ThreadScope application = CurrentCall.suspend();
    Call asynchronous = app.entersTrack();
    app.returns(asynchronous, new CompletableFuture<>());
    Exchange exchange = app.sends();
    application.leave();
    exit.run();
    assertThat(app.recorder.endedCalls)
        .hasSize(3)
        .extracting(Call::errorType)
        .containsOnly("unfinished");

    // Counted once, even if the method returns afterwards.
    app.returns(running);
    ObservedApplication.answers(exchange, 200);
    assertThat(app.recorder.endedCalls).hasSize(3);
  }

  @Test
  void runningRetryIsUnfinished() {
    Call call = app.entersIdentify();
    app.exchanges(500);
    exit.run();
    assertThat(app.recorder.onlyCall().errorType()).isEqualTo("unfinished");
    app.returns(call);
  }

  @Test
  void genericMethodWithoutARequestIsNotReported() {
    Call call = app.entersGeneric();
    exit.run();
    assertThat(app.recorder.endedCalls).isEmpty();
    app.returns(call);
  }

  @Test
  void callThatAShutdownHookWaitsForIsFinished() throws InterruptedException {
    Call call = app.entersIdentify();
    Exchange exchange = app.sends();
    CountDownLatch ending = new CountDownLatch(1);
    Thread hook =
        new Thread(
            () -> {
              try {
                ending.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              ObservedApplication.answers(exchange, 200);
              call.completed(null);
            });
    hooks.add(hook);
    hook.start();
    Thread end = new Thread(exit);
    end.start();
    ending.countDown();
    end.join();
    assertThat(app.recorder.onlyCall().errorType()).isNull();
    app.returns(call);
  }

  @Test
  void callThatIsOverIsReleased() {
    OpenCalls open = new OpenCalls();
    Call call = app.entersIdentify();
    open.add(call);
    assertThat(open.all()).isEqualTo(Collections.singletonList(call));
    app.returns(call);
    assertThat(open.all()).isEmpty();
  }

  @Test
  void jvmExitWaitsForTheListener() throws InterruptedException {
    EarlyEvents calls = new EarlyEvents();
    Observer observer = ObservedApplication.observer(calls);
    JvmExit ending = observer.endAllBeforeExit(Collections::emptyList, calls);
    Call call = observer.enterClientMethod(Operation.IDENTIFY, false, "u1", null);
    observer.exitClientMethod(call, null, null);
    boolean[] flushed = {false};
    Recorder recorder =
        new Recorder() {
          @Override
          public void run(long deadlineNanos) {
            flushed[0] = !endedCalls.isEmpty();
          }
        };
    Thread end = new Thread(ending);
    end.start();
    while (!calls.isEnding()) {
      LockSupport.parkNanos(100_000);
    }
    calls.passOnTo(recorder);
    end.join();
    assertThat(flushed).containsExactly(true);
  }

  @Test
  @SuppressWarnings("InfiniteRecursion") // the subject of the test
  void stackOverflowLeavesNoInconsistentState() throws InterruptedException {
    app.exchanges(200);
    int[] depth = {0};
    List<Call> entered = new ArrayList<>();
    Runnable fall =
        new Runnable() {
          @Override
          public void run() {
            depth[0]++;
            Call call = app.entersIdentify();
            if (call != null) {
              app.exchanges(200);
              app.returns(call);
              entered.add(call);
            }
            run();
          }
        };
    Thread small =
        new Thread(
            null,
            () -> {
              try {
                fall.run();
              } catch (StackOverflowError e) {
                // The recursion is at its limit.
              }
            },
            "small",
            256 * 1024);
    small.start();
    small.join();
    assertThat(depth[0]).isGreaterThan(entered.size());
    assertThat(app.recorder.endedCalls).hasSameSizeAs(app.recorder.startedCalls);
    assertThat(app.recorder.endedAttempts).hasSameSizeAs(app.recorder.startedAttempts);
  }
}
