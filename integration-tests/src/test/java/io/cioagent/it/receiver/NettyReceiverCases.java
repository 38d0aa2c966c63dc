package io.cioagent.it.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cioagent.it.library.LibraryVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Servers on Netty. A body that the receiver leaves alone is read all the same: Netty hands it to
 * the pipeline.
 */
abstract class NettyReceiverCases extends ReceiverCases {

  private static final String[] OPTIONS = {
    "24:--sun-misc-unsafe-memory-access=allow",
    "24:--enable-native-access=ALL-UNNAMED",
    "-Dio.netty.leakDetection.level=paranoid",
    "-Dreactor.logging.fallback=JDK",
    "-Djava.util.logging.config.file=/dev/null"
  };

  /**
   * Besides those of all servers: {@code closes} instead of an answer, {@code gzip} takes a
   * compressed body, {@code map} takes JSON.
   */
  static LibraryVersion row(
      String folder, String version, String app, Set<String> ways, String... coordinates) {
    return LibraryVersion.of(folder, version, app, ways, coordinates).options(OPTIONS);
  }

  @Override
  protected final boolean servesByThread() {
    return false;
  }

  @ParameterizedTest
  @MethodSource("mainWays")
  void pipelinedRequestsAreDistinguished(String way) {
    Event event = Event.delivered();
    pipelined(
            Post.plain("/hook/" + way + "/401", event.body()),
            Post.webhook("/hook/" + way + "/200", event.body()),
            Post.plain("/hook/" + way + "/402", event.body()))
        .counted(event);
  }

  @ParameterizedTest
  @MethodSource("mainWays")
  void errorBetweenPipelinedRequestsBelongsToTheWebhook(String way) {
    Event event = Event.delivered();
    pipelined(
            Post.plain("/hook/" + way + "/200", event.body()).chunked(100),
            Post.webhook("/hook/" + way + "/403", event.body()).chunked(100),
            Post.webhook("/hook/" + way + "/201", new byte[0]).method("GET"))
        .counted(event.with("error handler_error"));
  }

  @ParameterizedTest
  @MethodSource("mainWays")
  void pipelinedWebhooksAreAllCounted(String way) {
    Event first = Event.delivered();
    Event second = Event.of("push", "sent", "");
    List<String> both = new ArrayList<>(first.counted());
    both.addAll(second.counted());
    both.add("error handler_error");
    pipelined(
            Post.webhook("/hook/" + way + "/200", first.body()),
            Post.plain("/hook/" + way + "/200", first.body()),
            Post.webhook("/hook/" + way + "/404", second.body()))
        .counted(both.toArray(String[]::new));
  }

  /** In one piece, and answered in order. */
  private CaseResult pipelined(Post... posts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Post post : posts) {
      all.writeBytes(post.head());
      all.writeBytes(post.framedBody());
    }
    CaseResult judged = receiver().begin();
    try (WebhookSender sender = receiver().connect()) {
      sender.write(all.toByteArray());
      for (Post post : posts) {
        assertThat(post.toString()).contains("/" + sender.answer().status() + " ");
        CaseResult.assertRead(receiver().observation(), post.body());
      }
    }
    return judged;
  }

  @Test
  void compressedBodyIsUnknown() throws IOException {
    needs("gzip");
    Event event = Event.delivered();
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(event.body());
    }
    CaseResult judged = receiver().begin();
    try (WebhookSender sender = receiver().connect()) {
      Post post = Post.webhook("/hook/stream/200", compressed.toByteArray());
      assertThat(sender.send(post.header("Content-Encoding: gzip")).status()).isEqualTo(200);
      CaseResult.assertRead(receiver().observation(), event.body());
    }
    judged.counted("received unknown", "duration unknown", "span unknown");
  }

  @Test
  void connectionClosedInsteadOfAnAnswerIsAnError() {
    needs("closes");
    Event event = Event.delivered();
    CaseResult judged = receiver().begin();
    try (WebhookSender sender = receiver().connect()) {
      Post post = Post.webhook("/hook/stream/closes", event.body());
      assertThatThrownBy(() -> sender.send(post)).isInstanceOf(UncheckedIOException.class);
      receiver().observation();
    }
    judged.counted(event.with("error handler_error"));
  }

  @Test
  void bodyMayBeReadAsJson() {
    needs("map");
    Event event = Event.delivered();
    answered(200, Post.webhook("/hook/map/200", event.body())).counted(event);
  }
}
