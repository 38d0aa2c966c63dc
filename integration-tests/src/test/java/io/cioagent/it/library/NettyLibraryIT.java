package io.cioagent.it.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.standin.DeadPort;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.watch.Seen;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Netty's own HTTP/1.1 codec. Where no connection comes about, no request was made of it yet. */
@Library("netty")
class NettyLibraryIT extends LibraryCases {

  @Override
  @ParameterizedTest
  @MethodSource("mainWays")
  void nobodyListens(String way) {
    try (DeadPort refusing = DeadPort.refusing()) {
      to(way, "http://" + Hosts.TRACK + ":" + refusing.port()).threw("").nothing();
    }
  }

  @Override
  @ParameterizedTest
  @MethodSource("mainWays")
  void nobodyKnowsTheHost(String way) {
    to(way, "http://" + Hosts.UNKNOWN).threw("").nothing();
  }

  @Override
  @ParameterizedTest
  @MethodSource("mainWays")
  void aCertificateThatNobodyTrusts(String way) {
    try (StandIn untrusted = StandIn.https(UNTRUSTED)) {
      Seen seen = to(way, untrusted.at(Hosts.TRACK)).threw("");
      if (way.equals("sync")) {
        // It waits for the handshake before it writes.
        seen.nothing();
      } else {
        seen.operations("identify tls").attempts(PUT + "tls");
      }
      assertThat(untrusted.received()).isEmpty();
    }
  }
}
