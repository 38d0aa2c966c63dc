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

/** Client methods that return a future which offers no callback. */
class PlainFutureTest {
  private static final Callable<String> NEVER_RUN = () -> "done";

  private final ObservedApplication app = new ObservedApplication();

  @Test
  void countsSoonAfterItIsDone() throws InterruptedException {
    FutureTask<String> sent = new FutureTask<>(NEVER_RUN);
    Call call = app.entersIdentify();
    app.returns(call, sent);
    assertThat(app.heard.pollEnd()).isNull();

    long before = System.nanoTime();
    sent.run();
    assertThat(app.heard.awaitEnd()).isSameAs(call);
    assertThat(call.errorType()).isNull();
    assertThat(call.endNanos()).isGreaterThanOrEqualTo(before);
  }

  @Test
  void countsAtOnceWhereItIsDoneAlready() {
    FutureTask<String> sent = new FutureTask<>(NEVER_RUN);
    sent.run();
    app.returns(app.entersIdentify(), sent);
    assertThat(app.heard.onlyCall().errorType()).isNull();
  }

  @Test
  void failureIsNamedByItsCause() throws InterruptedException {
    ConnectException refused = new ConnectException("refused");
    FutureTask<String> sent =
        new FutureTask<>(
            () -> {
              throw refused;
            });
    app.returns(app.entersIdentify(), sent);
    sent.run();
    Call call = app.heard.awaitEnd();
    assertThat(call.errorType()).isEqualTo("connect");
    assertThat(call.error()).isSameAs(refused);
  }

  @Test
  void swallowedFailureIsAnErrorWithTheStatusOfTheWire() throws InterruptedException {
    FutureTask<String> sent = new FutureTask<>(NEVER_RUN);
    Call call = app.entersIdentify();
    Exchange exchange = app.sends();
    app.returns(call, sent);
    ObservedApplication.answers(exchange, 500);
    sent.run();
    assertThat(app.heard.awaitEnd().errorType()).isEqualTo("500");
  }

  @Test
  void cancelled() throws InterruptedException {
    FutureTask<String> sent = new FutureTask<>(NEVER_RUN);
    app.returns(app.entersIdentify(), sent);
    assertThat(sent.cancel(true)).isTrue();
    assertThat(app.heard.awaitEnd().errorType()).isEqualTo("cancelled");
  }

  @Test
  void forgottenByTheApplicationIsGivenUp() throws InterruptedException {
    Call call = app.entersIdentify();
    app.returns(call, new FutureTask<>(NEVER_RUN));

    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    Call ended = null;
    while (ended == null && System.nanoTime() < deadline) {
      System.gc();
      ended = app.heard.pollEnd();
    }
    assertThat(ended).isSameAs(call);
  }

  @Test
  void forgottenByTheApplicationStillHasTheOutcomeOfTheWire() throws InterruptedException {
    Call call = app.entersIdentify();
    app.exchanges(500);
    app.returns(call, new FutureTask<>(NEVER_RUN));

    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    Call ended = null;
    while (ended == null && System.nanoTime() < deadline) {
      System.gc();
      ended = app.heard.pollEnd();
    }
    assertThat(ended).isSameAs(call);
    assertThat(call.errorType()).isEqualTo("500");
  }

  @Test
  void moreThanCanBeWatchedCountAtOnce() throws InterruptedException {
    List<FutureTask<String>> waiting = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      FutureTask<String> sent = new FutureTask<>(NEVER_RUN);
      waiting.add(sent);
      app.returns(app.entersIdentify(), sent);
    }
    assertThat(app.heard.endedCalls).hasSizeBetween(1, 2999);

    waiting.forEach(FutureTask::run);
    for (int i = 0; i < 3000; i++) {
      assertThat(app.heard.awaitEnd().errorType()).isNull();
    }
  }

  @Test
  void watchingThreadIsADaemonThatHoldsNoClassLoaderOfTheApplication() throws InterruptedException {
    FutureTask<String> sent = new FutureTask<>(NEVER_RUN);
    app.returns(app.entersIdentify(), sent);
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> thread.getName().equals("customerio-agent-pending"))
        .isNotEmpty()
        .allMatch(Thread::isDaemon)
        .allMatch(thread -> thread.getContextClassLoader() == null);
    sent.run();
    app.heard.awaitEnd();
  }

  /** An application's own future, broken in one way or another. */
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
  void futureWhoseResultCannotBeAskedForCounts() {
    app.returns(
        app.entersIdentify(),
        new OwnFuture() {
          @Override
          public String get() {
            throw new IllegalStateException("no result");
          }
        });
    assertThat(app.heard.onlyCall().errorType()).isEqualTo("unknown");
  }

  @Test
  void futureThatCannotBeAskedWhetherItIsDoneCounts() {
    app.returns(
        app.entersIdentify(),
        new OwnFuture() {
          @Override
          public boolean isDone() {
            throw new UnsupportedOperationException("ask somebody else");
          }

          @Override
          public String get() {
            return "done";
          }
        });
    assertThat(app.heard.onlyCall().errorType()).isNull();
  }

  @Test
  void interruptOfTheApplicationsThreadStays() {
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
    assertThat(app.heard.onlyCall().errorType()).isNull();
  }
}
