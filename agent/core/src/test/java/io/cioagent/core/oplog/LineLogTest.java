package io.cioagent.core.oplog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cioagent.core.CapturedError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineLogTest {
  private final BlockingQueue<String> written = new LinkedBlockingQueue<>();
  private final AtomicInteger dropped = new AtomicInteger();

  private LineLog log(Output output) {
    return new LineLog(
        "the output", output, new LineWriter("shop", null), dropped::incrementAndGet);
  }

  private String next() throws IOException, InterruptedException {
    String line = written.poll(20, TimeUnit.SECONDS);
    assertThat(line).as("a line").isNotNull();
    return new ObjectMapper().readTree(line).path("userId").asText();
  }

  /** Records the lines. */
  private class RecordingOutput implements Output {
    @Override
    public void open() {}

    @Override
    public void write(byte[] line) throws IOException {
      written.add(new String(line, UTF_8));
    }
  }

  @Test
  void writesInOrder() throws Exception {
    LineLog log = log(new RecordingOutput());
    List<String> users = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      assertThat(log.hasRoom()).isTrue();
      assertThat(log.accept(SampleLogRecords.withUser("u" + i))).isTrue();
      users.add("u" + i);
    }
    for (String user : users) {
      assertThat(next()).isEqualTo(user);
    }
    assertThat(dropped).hasValue(0);
  }

  @Test
  void hangingOutputDoesNotBlockTheCaller() throws Exception {
    CountDownLatch hangs = new CountDownLatch(1);
    CountDownLatch goesOn = new CountDownLatch(1);
    LineLog log =
        log(
            new RecordingOutput() {
              @Override
              public void write(byte[] line) throws IOException {
                hangs.countDown();
                try {
                  goesOn.await();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
                super.write(line);
              }
            });
    assertThat(log.accept(SampleLogRecords.withUser("u0"))).isTrue();
    assertThat(hangs.await(20, TimeUnit.SECONDS)).isTrue();
    int more = 100;
    for (int i = 1; i < LineLog.MOST_RECORDS + more; i++) {
      assertThat(log.accept(SampleLogRecords.withUser("u" + i)))
          .isEqualTo(i < LineLog.MOST_RECORDS);
    }
    assertThat(dropped).hasValue(more);
    assertThat(log.hasRoom()).isFalse();
    assertThat(dropped).hasValue(more + 1);

    goesOn.countDown();
    for (int i = 0; i < LineLog.MOST_RECORDS; i++) {
      assertThat(next()).isEqualTo("u" + i);
    }
    assertThat(log.hasRoom()).isTrue();
  }

  @Test
  void failedWritesAreCountedAndReportedOnce() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    LineLog log =
        log(
            new RecordingOutput() {
              @Override
              public void write(byte[] line) throws IOException {
                if (tries.incrementAndGet() <= 3) {
                  throw new IOException("No space left on device");
                }
                super.write(line);
              }
            });
    try (CapturedError error = new CapturedError()) {
      for (int i = 1; i <= 5; i++) {
        log.accept(SampleLogRecords.withUser("u" + i));
      }
      assertThat(next()).isEqualTo("u4");
      assertThat(next()).isEqualTo("u5");
      assertThat(dropped).hasValue(3);
      assertThat(error.text())
          .containsOnlyOnce("The operation log cannot be written to the output")
          .contains("No space left on device");
    }
  }

  @Test
  void writesResumeAfterAFullDisk() throws Exception {
    Path full = Paths.get("/dev/full");
    assumeTrue(Files.exists(full), "Linux has such a device");
    LineLog log = LineLog.of(full.toString(), "shop", null, dropped::incrementAndGet);
    try (CapturedError error = new CapturedError()) {
      for (int i = 0; i < 3; i++) {
        log.accept(SampleLogRecords.withUser("u"));
      }
      await(() -> dropped.get() == 3);
      assertThat(error.text()).containsOnlyOnce("The operation log cannot be written to /dev/full");
    }
  }

  @Test
  void fallbackReplacesAnOutputThatCannotBeOpened(@TempDir Path folder) throws Exception {
    Path nowhere = folder.resolve("none/operations.log");
    LineLog log = LineLog.of(nowhere.toString(), "shop", null, dropped::incrementAndGet);
    try (CapturedError error = new CapturedError()) {
      log.accept(SampleLogRecords.withUser("u"));
      await(() -> error.text().contains("using stderr"));
      assertThat(error.text()).contains(nowhere.toString()).contains("customerio.agent.log.output");
    }
    assertThat(dropped).hasValue(0);
  }

  static void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - deadline).as("too late").isNegative();
      LockSupport.parkNanos(1_000_000);
    }
  }
}
