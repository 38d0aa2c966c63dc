package io.cioagent.it.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.RunningJvm;

/** One receiver under the agent, looked at before and after each case. */
final class ReceiverWatch {

  private final RunningJvm jvm;
  private final int port;
  private Tally settled;

  ReceiverWatch(RunningJvm jvm) {
    this.jvm = jvm;
    this.port = port(jvm);
    warmUp();
    this.settled = now();
  }

  /** A server's first request may well take longer than a webhook may. */
  private void warmUp() {
    try (WebhookSender sender = connect()) {
      sender.send(Post.plain("/hook/stream/200", new byte[1]));
      observation();
    }
  }

  static int port(RunningJvm jvm) {
    return Integer.parseInt(jvm.ask("port").substring(2));
  }

  WebhookSender connect() {
    return new WebhookSender(port);
  }

  /** A case begins; nothing of the one before may be counted only now. */
  CaseResult begin() {
    jvm.ask("forget");
    assertNothingLate();
    return new CaseResult(this, settled);
  }

  void assertNothingLate() {
    Tally now = now();
    Tally before = settled;
    // Told once, not by every case that follows.
    settled = now;
    assertThat(now.since(before)).as("counted late, by the case before").isEmpty();
  }

  /** What the receiver saw of one request, once it is done with it. */
  String observation() {
    return jvm.ask("observation").substring(2);
  }

  /** Returns once a request hangs. */
  void awaitHanging() {
    assertThat(jvm.ask("entered")).as("whether a request hangs").isEqualTo("= true");
  }

  /** Lets the request that hangs go on. */
  void release() {
    jvm.ask("release");
  }

  Tally now() {
    return Tally.now(jvm.endpoint());
  }

  void settle(Tally now) {
    settled = now;
  }
}
