package io.cioagent.core.oplog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  /** Monotonic clocks may be negative and may overflow. */
  private static final long START = Long.MAX_VALUE - SECOND / 2;

  @Test
  void limitHoldsWithinAnySecond() {
    RateLimit limit = new RateLimit(2, START);
    assertThat(limit.pass(START)).isTrue();
    assertThat(limit.pass(START + SECOND - 2)).isTrue();
    assertThat(limit.pass(START + SECOND - 1)).isFalse();
    assertThat(limit.pass(START + SECOND)).isTrue();
    assertThat(limit.pass(START + SECOND + 1)).isFalse();
    assertThat(limit.pass(START + 2 * SECOND - 3)).isFalse();
    assertThat(limit.pass(START + 2 * SECOND - 2)).isTrue();
    assertThat(limit.takeSuppressed()).isEqualTo(3);
    assertThat(limit.takeSuppressed()).isZero();
  }

  @Test
  void zeroMeansNoLimit() {
    RateLimit limit = new RateLimit(0, START);
    for (int i = 0; i < 1000; i++) {
      assertThat(limit.pass(START)).isTrue();
    }
    assertThat(limit.takeSuppressed()).isZero();
  }

  @Test
  void lostLinesAreAddedToTheNextCount() {
    RateLimit limit = new RateLimit(1, START);
    limit.addSuppressed(4);
    assertThat(limit.takeSuppressed()).isEqualTo(4);
  }

  @Test
  void limitHoldsForConcurrentThreads() throws InterruptedException {
    RateLimit limit = new RateLimit(10, START);
    int threads = 4;
    int each = 20_000;
    AtomicInteger passed = new AtomicInteger();
    CountDownLatch go = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    for (int t = 0; t < threads; t++) {
      pool.execute(
          () -> {
            try {
              go.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            for (int i = 0; i < each; i++) {
              if (limit.pass(START)) {
                passed.incrementAndGet();
              }
            }
          });
    }
    go.countDown();
    pool.shutdown();
    assertThat(pool.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    assertThat(passed.get()).isEqualTo(10);
    assertThat(limit.takeSuppressed()).isEqualTo(threads * each - 10);
  }
}
