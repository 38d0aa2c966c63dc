package io.cioagent.core.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.common.CompletableResultCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class FlushAtExitTest {
  private final List<Supplier<CompletableResultCode>> flushes = new ArrayList<>();

  @Test
  void waitsForAllExports() {
    AtomicInteger done = new AtomicInteger();
    for (int i = 0; i < 3; i++) {
      flushes.add(
          () -> {
            done.incrementAndGet();
            return CompletableResultCode.ofSuccess();
          });
    }
    run();
    assertThat(done).hasValue(3);
  }

  @Test
  void takesASecondAtMostIfExportsHang() {
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger done = new AtomicInteger();
    flushes.add(CompletableResultCode::new);
    flushes.add(
        () -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return CompletableResultCode.ofFailure();
        });
    flushes.add(
        () -> {
          done.incrementAndGet();
          return CompletableResultCode.ofSuccess();
        });
    long start = System.nanoTime();
    run();
    assertThat(System.nanoTime() - start).isLessThanOrEqualTo(TimeUnit.SECONDS.toNanos(1));
    assertThat(done).as("one that hangs does not keep the others").hasValue(1);
    never.countDown();
  }

  @Test
  void failedFlushDoesNotAffectOthers() {
    AtomicInteger done = new AtomicInteger();
    flushes.add(CompletableResultCode::ofFailure);
    flushes.add(
        () -> {
          done.incrementAndGet();
          return CompletableResultCode.ofSuccess();
        });
    run();
    assertThat(done).hasValue(1);
  }

  @Test
  void pausesEndAtExit() throws InterruptedException {
    Lifetime lifetime = new Lifetime();
    new FlushAtExit(lifetime, flushes).run();
    lifetime.awaitOpen();
    assertThat(lifetime.pause(TimeUnit.MINUTES.toNanos(1))).isFalse();
  }

  private void run() {
    new FlushAtExit(new Lifetime(), flushes).run();
  }
}
