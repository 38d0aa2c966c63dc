package io.cioagent.core.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;

import io.cioagent.core.CapturedError;
import io.cioagent.core.call.Call;
import io.cioagent.core.call.Exchange;
import io.cioagent.core.config.SettingsReader;
import io.cioagent.core.operation.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Checks that no output contains secrets, wherever and however deeply an application passes them.
 */
class SecretLeakTest {
  private static final int OPERATIONS = 1000;

  /** The page grows with each reported failure. */
  private static final int OPERATIONS_PER_SCRAPE = 20;

  @TempDir private Path folder;
  private RunningTelemetry running;
  private Path log;
  private long logged;
  private final List<Secret> unscraped = new ArrayList<>();
  private int operations;

  @Test
  void outputsContainNoPlantedSecret() throws IOException {
    log = folder.resolve("operations.log");
    running =
        new RunningTelemetry(
            "log.level", "debug",
            "log.rate-limit", "0",
            "log.output", log.toString(),
            "spans.recent", "2");
    qt().withExamples(OPERATIONS)
        .withShrinkCycles(100)
        .forAll(OperationWithSecrets.any())
        .checkAssert(this::check);
  }

  private void check(OperationWithSecrets planted) {
    try {
      String warned = warnings(planted);
      int lines = perform(planted);
      String written = nextLines(lines);
      String spans = running.get("/spans").body;
      unscraped.addAll(planted.secrets);
      if (++operations % OPERATIONS_PER_SCRAPE == 0) {
        String metrics = running.get("/metrics").body;
        unscraped.forEach(secret -> assertNone("the metrics", secret, metrics));
        unscraped.clear();
      }
      for (Secret secret : planted.secrets) {
        assertNone("the operation log", secret, written);
        assertNone("the spans", secret, spans);
        assertNone("a warning", secret, warned);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertNone(String where, Secret secret, String output) {
    assertThat(output.toLowerCase(Locale.ROOT))
        .as("%s with '%s'", where, secret)
        .doesNotContain(secret.core.toLowerCase(Locale.ROOT));
  }

  /** Returns the expected number of lines. */
  private int perform(OperationWithSecrets planted) {
    Call call =
        running.observer.enterClientMethod(
            Operation.TRACK, false, null, planted.userId, planted.eventName, planted.data);
    Exchange exchange = running.observer.startExchange();
    exchange.attempt("POST", "https", "track.customer.io", -1, planted.path);
    if (planted.error == null) {
      exchange.answered(200);
      exchange.end(200, null);
    } else {
      exchange.end(0, planted.error);
    }
    running.observer.exitClientMethod(call, null, planted.error);
    return 2;
  }

  /** The output on standard error: failures of the agent, and invalid settings. */
  private String warnings(OperationWithSecrets planted) throws IOException {
    Map<String, String> settings = new HashMap<>();
    settings.put("customerio.agent.api.kye", planted.header);
    settings.put("customerio.agent.log.level", planted.header);
    String warnings =
        SettingsReader.read(
                "user-id=" + planted.header.replace(',', ' '), settings, Collections.emptyMap())
            .warnings()
            .toString();
    try (CapturedError error = new CapturedError()) {
      // Reported once for each place.
      running.telemetry.listener().failed("place" + operations, planted.failure);
      return warnings + error.text();
    }
  }

  private String nextLines(int count) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (true) {
      String text = "";
      if (Files.exists(log)) {
        byte[] all = Files.readAllBytes(log);
        text = new String(all, (int) logged, (int) (all.length - logged), UTF_8);
      }
      if (text.chars().filter(c -> c == '\n').count() >= count) {
        logged += text.getBytes(UTF_8).length;
        return text;
      }
      assertThat(System.nanoTime() - deadline).as("no line came").isNegative();
      LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(50));
    }
  }
}
