package io.cioagent.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.observe.ObservedApplication;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Threads that end the same call concurrently. */
class ConcurrentEndTest {
  private static final int ROUNDS = 2000;

  private final ObservedApplication app = new ObservedApplication();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  /** Runs all of them concurrently and waits for them. */
  private void race(Runnable... runners) throws Exception {
    CyclicBarrier start = new CyclicBarrier(runners.length);
    List<Future<?>> running = new ArrayList<>();
    for (Runnable runner : runners) {
      running.add(
          threads.submit(
              () -> {
                start.await(10, TimeUnit.SECONDS);
                runner.run();
                return null;
              }));
    }
    for (Future<?> each : running) {
      each.get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void stageAndResponseCompleteConcurrently() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      Call call = app.entersIdentify();
      Exchange exchange = app.sends();
      CompletableFuture<String> sent = new CompletableFuture<>();
      app.returns(call, sent);
      race(() -> ObservedApplication.answers(exchange, 500), () -> sent.complete("done"));
    }
    assertThat(app.recorder.endedCalls).hasSize(ROUNDS).doesNotHaveDuplicates();
    assertThat(app.recorder.endedCalls).allMatch(call -> "500".equals(call.errorType()));
    assertThat(app.recorder.endedAttempts).hasSize(ROUNDS);
  }

  @Test
  void allEndsOfACallAreReportedConcurrently() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      Call call = app.entersIdentify();
      Exchange first = app.sends();
      Exchange second = app.sends();
      CompletableFuture<String> sent = new CompletableFuture<>();
      app.returns(call, sent);
      race(
          () -> ObservedApplication.answers(first, 200),
          () -> second.end(0, new SocketException("Connection reset")),
          () -> sent.cancel(false),
          call::giveUp);
    }
    assertThat(app.recorder.endedCalls).hasSize(ROUNDS).doesNotHaveDuplicates();
    assertThat(app.recorder.endedAttempts).hasSize(2 * ROUNDS).doesNotHaveDuplicates();
  }

  @Test
  void exchangeEndsConcurrently() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      Exchange exchange = app.sends();
      race(
          () -> ObservedApplication.answers(exchange, 200),
          () -> exchange.end(0, new SocketException("closed")),
          () -> ObservedApplication.tries(exchange));
      exchange.end(200, null);
    }
    assertThat(app.recorder.endedCalls).hasSize(ROUNDS).doesNotHaveDuplicates();
    assertThat(app.recorder.endedAttempts)
        .hasSameSizeAs(app.recorder.startedAttempts)
        .doesNotHaveDuplicates();
  }

  @Test
  void callsOfConcurrentThreadsAreIndependent() throws Exception {
    Runnable calls =
        () -> {
          for (int i = 0; i < ROUNDS; i++) {
            Call call = app.entersIdentify();
            app.exchanges(429);
            app.exchanges(200);
            app.returns(call);
          }
        };
    race(calls, calls, calls, calls);

    assertThat(app.recorder.endedCalls)
        .hasSize(4 * ROUNDS)
        .doesNotHaveDuplicates()
        .allMatch(call -> call.attempts() == 2 && call.errorType() == null);
  }
}
