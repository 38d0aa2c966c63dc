package io.cioagent.it.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Await;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** What one case led to: in the receiver, at the sender, at the agent. */
final class Judged {

  private final ReceiverWatch watch;
  private final Tally before;

  Judged(ReceiverWatch watch, Tally before) {
    this.watch = watch;
    this.before = before;
  }

  /** Exactly these lines of {@link Tally}. */
  void counted(String... lines) {
    List<String> expected = Stream.of(lines).sorted().toList();
    AtomicReference<Tally> latest = new AtomicReference<>();
    Await.quietly(
        () -> {
          latest.set(watch.now());
          return latest.get().since(before).equals(expected);
        });
    watch.settle(latest.get());
    assertThat(latest.get().since(before)).as("counted").isEqualTo(expected);
  }

  /** As soon as this much is counted, and before anything else is. */
  void awaitCounted(String... lines) {
    List<String> expected = Stream.of(lines).sorted().toList();
    List<String> first =
        Await.found(
            "counted",
            () -> {
              List<String> counted = watch.now().since(before);
              return counted.isEmpty() ? null : counted;
            });
    assertThat(first).as("counted").isEqualTo(expected);
  }

  void counted(Event event) {
    counted(event.with());
  }

  /** The receiver told of so many bytes, and of these. */
  static void assertRead(String told, byte[] body) {
    assertThat(told).as("what the receiver read").startsWith(body.length + " " + sha256(body));
  }

  private static String sha256(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
