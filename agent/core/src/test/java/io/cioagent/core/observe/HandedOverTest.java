package io.cioagent.core.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Work that a call hands to other threads. */
class HandedOverTest {
  private final ObservedApplication app = new ObservedApplication();

  private static void onAnotherThread(Runnable work) throws InterruptedException {
    Thread thread = new Thread(work);
    thread.start();
    thread.join(10_000);
    assertThat(thread.isAlive()).isFalse();
  }

  /** What a woven task does. */
  private void runTask(Call call, Runnable work) throws InterruptedException {
    onAnotherThread(
        () -> {
          Observer.ThreadScope scope = app.observer.resume(call);
          work.run();
          Observer.leave(scope);
          call.taskEnded();
        });
  }

  @Test
  void exchangeOnAnotherThreadIsPartOfTheCall() throws InterruptedException {
    Call call = app.entersIdentify();
    call.taskHandedOver();
    runTask(call, () -> app.exchanges(200));
    app.returns(call);
    assertThat(app.heard.onlyCall()).isSameAs(call);
    assertThat(call.attempts()).isEqualTo(1);
  }

  @Test
  void callIsNotOverBeforeItsTaskIsDone() throws InterruptedException {
    Call call = app.entersIdentify();
    call.taskHandedOver();
    app.returns(call);
    assertThat(app.heard.endedCalls).isEmpty();

    runTask(call, () -> app.exchanges(500));
    assertThat(app.heard.onlyCall()).isSameAs(call);
    assertThat(call.errorType()).isEqualTo("500");
  }

  @Test
  void callIsNotOverBeforeItsLastTaskIsDone() throws InterruptedException {
    Call call = app.entersIdentify();
    call.taskHandedOver();
    call.taskHandedOver();
    app.returns(call);
    runTask(call, () -> app.exchanges(200));
    assertThat(app.heard.endedCalls).isEmpty();
    runTask(call, () -> app.exchanges(200));
    assertThat(app.heard.onlyCall().attempts()).isEqualTo(2);
  }

  @Test
  void nestedClientMethodOnAnotherThreadIsPartOfTheCall() throws InterruptedException {
    Call call = app.entersIdentify();
    call.taskHandedOver();
    app.returns(call);
    runTask(call, () -> assertThat(app.entersTrack()).isNull());
    assertThat(app.heard.onlyCall()).isSameAs(call);
  }

  @Test
  void taskThatNeverRunsDoesNotMakeTheCallAnError() {
    Call call = app.entersIdentify();
    call.taskHandedOver();
    app.exchanges(200);
    app.returns(call);
    call.giveUp();
    assertThat(app.heard.onlyCall().errorType()).isNull();

    call.taskEnded();
    assertThat(app.heard.endedCalls).hasSize(1);
  }

  @Test
  void callThatIsOverIsNotResumed() {
    Call call = app.entersIdentify();
    app.returns(call);
    assertThat(app.observer.resume(call)).isNull();
    assertThat(app.observer.current()).isNull();
  }

  @Test
  void callThatIsOverIsNotCurrentAnyMore() throws InterruptedException {
    Call call = app.entersIdentify();
    app.returns(call, new CompletableFuture<>());
    onAnotherThread(
        () -> {
          Observer.ThreadScope scope = app.observer.resume(call);
          assertThat(app.observer.current()).isSameAs(call);
          call.giveUp();
          assertThat(app.observer.current()).isNull();
          app.exchanges(200);
          Observer.leave(scope);
        });
    assertThat(app.heard.endedCalls).extracting(Call::isFromClientMethod).contains(false);
  }

  @Test
  void threadIsAsItWasAfterwards() {
    Call outer = app.entersIdentify();
    Observer.ThreadScope own = Observer.suspend();
    assertThat(app.observer.current()).isNull();
    Observer.ThreadScope resumed = app.observer.resume(outer);
    assertThat(app.observer.current()).isSameAs(outer);
    Observer.leave(resumed);
    assertThat(app.observer.current()).isNull();
    Observer.leave(own);
    assertThat(app.observer.current()).isSameAs(outer);

    app.returns(outer);
    assertThat(app.observer.current()).isNull();
  }
}
