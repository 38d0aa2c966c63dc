package io.cioagent.core.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.call.Call;
import io.cioagent.core.call.Exchange;
import io.cioagent.core.observe.ObservedApplication;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Client methods that return a future without callbacks. */
class PlainFutureTest {
  private static final Callable<String> NEVER_RUN = () -> "done";

  private final ObservedApplication app = new ObservedApplication();

  @Test
  void countsSoonAfterItIsDone() throws InterruptedException {
    FutureTask<String> sent = new FutureTask<>(NEVER_RUN);
    Call call = app.entersIdentify();
    app.returns(call, sent);
    assertThat(app.recorder.pollEnd()).isNull();

    long before = System.nanoTime();
    sent.run();
    assertThat(app.recorder.awaitEnd()).isSameAs(call);
    assertThat(call.errorType()).isNull();
    assertThat(call.endNanos()).isGreaterThanOrEqualTo(before);
  }

  @Test
  void countsAtOnceIfTheFutureIsDone() {
    FutureTask<String> sent = new FutureTask<>(NEVER_RUN);
    sent.run();
    app.returns(app.entersIdentify(), sent);
    assertThat(app.recorder.onlyCall().errorType()).isNull();
  }

  @Test
  void failureIsClassifiedByItsCause() throws InterruptedException {
    ConnectException refused = new ConnectException("refused");
    FutureTask<String> sent =
        new FutureTask<>(
            () -> {
              throw refused;
            });
    app.returns(app.entersIdentify(), sent);
    sent.run();
    Call call = app.recorder.awaitEnd();
    assertThat(call.errorType()).isEqualTo("connect");
    assertThat(call.error()).isSameAs(refused);
  }

  @Test
  void swallowedFailureIsAnErrorWithTheHttpStatus() throws InterruptedException {
    FutureTask<String> sent = new FutureTask<>(NEVER_RUN);
    Call call = app.entersIdentify();
    Exchange exchange = app.sends();
    app.returns(call, sent);
    ObservedApplication.answers(exchange, 500);
    sent.run();
    assertThat(app.recorder.awaitEnd().errorType()).isEqualTo("500");
  }

  @Test
  void cancelledFutureIsAnError() throws InterruptedException {
    FutureTask<String> sent = new FutureTask<>(NEVER_RUN);
    app.returns(app.entersIdentify(), sent);
    assertThat(sent.cancel(true)).isTrue();
    assertThat(app.recorder.awaitEnd().errorType()).isEqualTo("cancelled");
  }

  @Test
  void unreachableFutureEndsTheCall() throws InterruptedException {
    Call call = app.entersIdentify();
    app.returns(call, new FutureTask<>(NEVER_RUN));

    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    Call ended = null;
    while (ended == null && System.nanoTime() < deadline) {
      System.gc();
      ended = app.recorder.pollEnd();
    }
    assertThat(ended).isSameAs(call);
  }

  @Test
  void callOfAnUnreachableFutureHasTheOutcomeOfTheExchange() throws InterruptedException {
    Call call = app.entersIdentify();
    app.exchanges(500);
    app.returns(call, new FutureTask<>(NEVER_RUN));

    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    Call ended = null;
    while (ended == null && System.nanoTime() < deadline) {
      System.gc();
      ended = app.recorder.pollEnd();
    }
    assertThat(ended).isSameAs(call);
    assertThat(call.errorType()).isEqualTo("500");
  }

  @Test
  void futuresBeyondTheLimitCountAtOnce() throws InterruptedException {
    List<FutureTask<String>> waiting = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      FutureTask<String> sent = new FutureTask<>(NEVER_RUN);
      waiting.add(sent);
      app.returns(app.entersIdentify(), sent);
    }
    assertThat(app.recorder.endedCalls).hasSizeBetween(1, 2999);

    waiting.forEach(FutureTask::run);
    for (int i = 0; i < 3000; i++) {
      assertThat(app.recorder.awaitEnd().errorType()).isNull();
    }
  }

  @Test
  void watcherIsADaemonThreadWithoutAClassLoaderOfTheApplication() throws InterruptedException {
    FutureTask<String> sent = new FutureTask<>(NEVER_RUN);
    app.returns(app.entersIdentify(), sent);
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> thread.getName().equals("customerio-agent-pending"))
        .isNotEmpty()
        .allMatch(Thread::isDaemon)
        .allMatch(thread -> thread.getContextClassLoader() == null);
    sent.run();
    app.recorder.awaitEnd();
  }

  /** A faulty future class of an application. */
  private abstract static class OwnFuture implements Future<String> {
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      return false;
    }

    @Override
    public boolean isCancelled() {
      return false;
    }

    @Override
    public boolean isDone() {
      return true;
    }

    @Override
    public String get(long timeout, TimeUnit unit) throws InterruptedException {
      return get();
    }

    @Override
    public abstract String get() throws InterruptedException;
  }

  @Test
  void futureWithAThrowingGetCounts() {
    app.returns(
        app.entersIdentify(),
        new OwnFuture() {
          @Override
          public String get() {
            throw new IllegalStateException("no result");
          }
        });
    assertThat(app.recorder.onlyCall().errorType()).isEqualTo("unknown");
  }

  @Test
  void futureWithAThrowingIsDoneCounts() {
    app.returns(
        app.entersIdentify(),
        new OwnFuture() {
          @Override
          public boolean isDone() {
            throw new UnsupportedOperationException("not supported");
          }

          @Override
          public String get() {
            return "done";
          }
        });
    assertThat(app.recorder.onlyCall().errorType()).isNull();
  }

  @Test
  void interruptOfTheApplicationThreadIsKept() {
    Thread.currentThread().interrupt();
    app.returns(
        app.entersIdentify(),
        new OwnFuture() {
          @Override
          public String get() throws InterruptedException {
            if (Thread.interrupted()) {
              throw new InterruptedException();
            }
            return "done";
          }
        });
    assertThat(Thread.interrupted()).isTrue();
    assertThat(app.recorder.onlyCall().errorType()).isNull();
  }
}
