package io.cioagent.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.follow.HandedTask;
import io.cioagent.core.follow.HandedTask.Kind;
import io.cioagent.core.observe.ObservedApplication;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.observe.Recorder;
import io.cioagent.core.operation.Operation;
import io.cioagent.core.tracing.TraceParent;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls that end at their deadline while handed-over work is still running. */
class CallDeadlineTest {
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
  void taskThatNeverRunsIsNotAnError() {
    Call call = app.entersIdentify();
    HandedTask task = HandedTask.of(call, Kind.RESULT);
    app.exchanges(200);
    app.returns(call);
    call.giveUp();
    assertThat(app.recorder.onlyCall().errorType()).isNull();

    task.drop();
    assertThat(app.recorder.endedCalls).hasSize(1);
  }

  @Test
  void callThatIsOverIsNoLongerCurrent() throws InterruptedException {
    Call call = app.entersIdentify();
    app.returns(call, new CompletableFuture<>());
    onAnotherThread(
        () -> {
          ThreadScope scope = CurrentCall.resume(call);
          assertThat(app.observer.current()).isSameAs(call);
          call.giveUp();
          assertThat(app.observer.current()).isNull();
          app.exchanges(200);
          scope.leave();
        });
    assertThat(app.recorder.endedCalls).extracting(Call::isFromClientMethod).contains(false);
  }

  @Test
  void lateWorkIsASeparateLinkedOperation() throws InterruptedException {
    TraceParent span =
        new TraceParent("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", true);
    Recorder recorder =
        new Recorder() {
          @Override
          public TraceParent spanOf(Call call) {
            return span;
          }
        };
    Observer observer = ObservedApplication.observer(recorder);
    Call call = observer.enterClientMethod(Operation.IDENTIFY, false, "u1", null);
    HandedTask late = HandedTask.of(call, Kind.PLAIN);
    observer.exitClientMethod(call, null, null);
    call.giveUp();
    runTask(
        late,
        () -> {
          Exchange exchange = observer.startExchange();
          ObservedApplication.tries(exchange);
          ObservedApplication.answers(exchange, 200);
          Call nested = observer.enterClientMethod(Operation.TRACK, false, "u1", "bought");
          observer.exitClientMethod(nested, null, null);
        });
    assertThat(recorder.endedCalls).hasSize(3);
    assertThat(recorder.endedCalls)
        .extracting(Call::handedOverBy)
        .containsExactly(null, span, span);
    assertThat(call.attempts()).isZero();
  }
}
