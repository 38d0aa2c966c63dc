package io.cioagent.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
  private final Deadlines deadlines = new Deadlines(new Timer());

  @Test
  void taskRunsOnceAtItsDeadlineUnlessCancelled() throws InterruptedException {
    AtomicInteger cancelled = new AtomicInteger();
    deadlines.after(cancelled::incrementAndGet, 0).run();
    for (int round = 0; round < 2; round++) {
      CountDownLatch happened = new CountDownLatch(1);
      long start = System.nanoTime();
      deadlines.after(happened::countDown, TimeUnit.MILLISECONDS.toNanos(300));
      assertThat(happened.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(System.nanoTime() - start).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(299));
    }
    assertThat(cancelled).hasValue(0);
  }

  @Test
  void taskThatThrowsRunsOnceAndDoesNotAffectOthers() throws InterruptedException {
    CountDownLatch thrown = new CountDownLatch(1);
    AtomicInteger runs = new AtomicInteger();
    deadlines.after(
        () -> {
          runs.incrementAndGet();
          thrown.countDown();
          throw new IllegalStateException("broken");
        },
        0);
    assertThat(thrown.await(20, TimeUnit.SECONDS)).isTrue();

    CountDownLatch next = new CountDownLatch(1);
    deadlines.after(next::countDown, 0);
    assertThat(next.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(runs).hasValue(1);
  }
}
