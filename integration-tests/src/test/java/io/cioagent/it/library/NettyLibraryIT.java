package io.cioagent.it.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.EveryRow;
import io.cioagent.it.standin.DeadPort;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.watch.CommandResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Netty's own HTTP/1.1 codec. Without a connection there is no request. */
@Library("netty")
class NettyLibraryIT extends LibraryCases {
  private static final String CLIENT = "customerio.LibraryCustomerIoClient";

  @Override
  @ParameterizedTest
  @MethodSource("mainWays")
  void refusedConnectionIsAConnectError(String way) {
    try (DeadPort refusing = DeadPort.refusing()) {
      withoutRequest(
          to(way, "http://" + Hosts.TRACK + ":" + refusing.port()), Hosts.TRACK, "connect");
    }
  }

  @Override
  @ParameterizedTest
  @MethodSource("mainWays")
  void unknownHostIsADnsError(String way) {
    withoutRequest(to(way, "http://" + Hosts.UNKNOWN), Hosts.UNKNOWN, "dns");
  }

  @Override
  @ParameterizedTest
  @MethodSource("mainWays")
  void untrustedCertificateIsATlsError(String way) {
    try (StandIn untrusted = StandIn.https(UNTRUSTED)) {
      CommandResult seen = to(way, untrusted.at(Hosts.TRACK));
      if (way.equals("sync")) {
        // It waits for the handshake before it writes.
        withoutRequest(seen, Hosts.TRACK, "tls");
      } else {
        seen.threw("").operations("identify tls").attempts(PUT + "tls");
      }
      assertThat(untrusted.received()).isEmpty();
    }
  }

  /** The event loop runs it as a task, which is of a class of its own in the first versions. */
  @Test
  @EveryRow
  void listenerOfEstablishedConnectionBelongsToTheCall() {
    // An operation of unknown outcome is reported after the other, and seen in the next round.
    for (int i = 0; i < 4; i++) {
      CommandResult seen = watch().call(CLIENT, "identifyUser", "late");
      assertThat(jvm().ask("await")).isEqualTo("= 200");
      seen.operations("identify success").attempts(PUT + "200");
    }
  }

  /** What was to be asked is not known: neither method nor path. */
  private static void withoutRequest(CommandResult seen, String host, String errorType) {
    seen.threw("")
        .operations("other " + errorType)
        .attempts("_OTHER " + host + " other " + errorType)
        .spanCount(1);
  }
}
