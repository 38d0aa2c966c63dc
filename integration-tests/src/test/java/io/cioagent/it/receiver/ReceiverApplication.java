package io.cioagent.it.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.library.LibraryRows;
import io.cioagent.it.library.LibraryVersion;
import io.cioagent.it.watch.WatchedApplication;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** One row's receiver under the agent, and the words in which cases speak to it. */
abstract class ReceiverApplication extends WatchedApplication {

  private static final List<String> READS_ALL =
      List.of(
          "stream",
          "all",
          "single",
          "line",
          "reader",
          "async",
          "dispatch",
          "nonblocking",
          "wrapped",
          "copied",
          "forward");

  @Parameter(1)
  private LibraryVersion row;

  private ReceiverWatch receiver;

  final LibraryVersion row() {
    return row;
  }

  @Override
  protected final boolean isBrief() {
    return LibraryRows.isBrief(jdk(), row);
  }

  @Override
  protected final RunningJvm start(Jvm jvm) {
    return prepared(jvm).agent().start(row.mainClass());
  }

  /** As options of a row whose server takes HTTP/2 without TLS, too. */
  static String[] http2(String... options) {
    return Stream.concat(Stream.of(options), Stream.of("-Dreceiver.http2=true"))
        .toArray(String[]::new);
  }

  /** With everything but the agent. */
  final Jvm prepared(Jvm jvm) {
    row.options(jdk()).forEach(jvm::option);
    row.classPath().forEach(jvm::classPath);
    return jvm;
  }

  @BeforeEach
  final void watchReceiver() {
    if (receiver == null) {
      receiver = new ReceiverWatch(jvm());
    }
  }

  @AfterParameterizedClassInvocation
  final void assertNothingLate() {
    if (receiver != null) {
      ReceiverWatch ended = receiver;
      // The next row has another one, in this same object.
      receiver = null;
      ended.assertNothingLate();
    }
  }

  final ReceiverWatch receiver() {
    return receiver;
  }

  /** For cases that not every receiver can be asked for; its row says which. */
  final void needs(String way) {
    assumeTrue(row.can(way), () -> row + " has no way " + way);
  }

  /** The ways in which the receiver reads all of a body. */
  final List<String> readingWays() {
    return READS_ALL.stream().filter(row::can).toList();
  }

  /** The ways that everything else is tried in. */
  final List<String> mainWays() {
    return Stream.of("stream", "async", "nonblocking").filter(row::can).toList();
  }

  /** The receiver gets one request, reads its body and answers 200. */
  final CaseResult received(Post post) {
    CaseResult judged = receiver.begin();
    try (WebhookSender sender = receiver.connect()) {
      Answer answer = sender.send(post);
      assertThat(answer.status()).as("%s", answer).isEqualTo(200);
      String reported = receiver.observation();
      assertThat(answer.body()).isEqualTo(reported);
      CaseResult.assertRead(reported, post.body());
    }
    return judged;
  }

  /** The receiver gets one request and answers so, having read or not. */
  final CaseResult answered(int status, Post post) {
    CaseResult judged = receiver.begin();
    try (WebhookSender sender = receiver.connect()) {
      Answer answer = sender.send(post);
      assertThat(answer.status()).as("%s", answer).isEqualTo(status);
      receiver.observation();
    }
    return judged;
  }
}
