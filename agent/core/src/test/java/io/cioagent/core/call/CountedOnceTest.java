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

/** Threads that race for the last word on a call. */
class CountedOnceTest {
  private static final int ROUNDS = 2000;

  private final ObservedApplication app = new ObservedApplication();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  /** Runs them at the same time and waits for all. */
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
  void stageAndAnswerAtTheSameTime() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      Call call = app.entersIdentify();
      Exchange exchange = app.sends();
      CompletableFuture<String> sent = new CompletableFuture<>();
      app.returns(call, sent);
      race(() -> ObservedApplication.answers(exchange, 500), () -> sent.complete("done"));
    }
    assertThat(app.heard.endedCalls).hasSize(ROUNDS).doesNotHaveDuplicates();
    assertThat(app.heard.endedCalls).allMatch(call -> "500".equals(call.errorType()));
    assertThat(app.heard.endedAttempts).hasSize(ROUNDS);
  }

  @Test
  void everybodyAtTheSameTime() throws Exception {
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
    assertThat(app.heard.endedCalls).hasSize(ROUNDS).doesNotHaveDuplicates();
    assertThat(app.heard.endedAttempts).hasSize(2 * ROUNDS).doesNotHaveDuplicates();
  }

  @Test
  void endsOfOneExchangeAtTheSameTime() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      Exchange exchange = app.sends();
      race(
          () -> ObservedApplication.answers(exchange, 200),
          () -> exchange.end(0, new SocketException("closed")),
          () -> ObservedApplication.tries(exchange));
      exchange.end(200, null);
    }
    assertThat(app.heard.endedCalls).hasSize(ROUNDS).doesNotHaveDuplicates();
    assertThat(app.heard.endedAttempts)
        .hasSameSizeAs(app.heard.startedAttempts)
        .doesNotHaveDuplicates();
  }

  @Test
  void threadsDoNotSeeEachOthersCalls() throws Exception {
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

    assertThat(app.heard.endedCalls)
        .hasSize(4 * ROUNDS)
        .doesNotHaveDuplicates()
        .allMatch(call -> call.attempts() == 2 && call.errorType() == null);
  }
}
