package io.cioagent.it.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.library.LibraryRows;
import io.cioagent.it.library.LibraryVersion;
import io.cioagent.it.library.Sources;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ktor's server on CIO, which speaks HTTP by itself. It reads what the application leaves of a
 * body.
 */
@ParameterizedClass(name = "{1} on {0}")
@MethodSource("rows")
class KtorCioReceiverIT extends ReceiverCases {

  static Stream<Arguments> rows() {
    return LibraryRows.lastOnEveryJdk(List.of(ktor("3.6.1")));
  }

  private static LibraryVersion ktor(String version) {
    return LibraryVersion.of(
            "ktorcioserver",
            version,
            "KtorReceiverApp",
            Set.of("stream", "all", "async", "continue", "throws", "early"),
            "io.ktor:ktor-server-cio-jvm:" + version,
            "org.slf4j:slf4j-nop:2.0.17")
        .sources("ktorserver", "ktorservercio")
        .kotlin(Sources.KOTLIN);
  }

  @Override
  protected boolean servesByThread() {
    return false;
  }

  /** The engine takes a body that breaks off for one that ends. */
  @Override
  @ParameterizedTest
  @MethodSource("mainWays")
  void senderThatDisconnectsWithinTheBodyLeavesNoEvent(String way) {
    byte[] body = Event.sized(5000).body();
    CaseResult judged = receiver().begin();
    try (WebhookSender sender = receiver().connect()) {
      sender.begin(Post.webhook("/hook/" + way + "/200", body));
      sender.write(Arrays.copyOf(body, 60));
    }
    assertThat(receiver().observation()).startsWith("60 ");
    judged.counted("received unknown", "duration unknown", "span unknown");
  }
}
