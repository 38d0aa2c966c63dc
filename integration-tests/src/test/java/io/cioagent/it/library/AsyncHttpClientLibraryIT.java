package io.cioagent.it.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.standin.DeadPort;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** AsyncHttpClient 2 and 3: seen in Netty. Where no connection comes about, there is no request. */
@Library("asynchttpclient")
class AsyncHttpClientLibraryIT extends LibraryCases {

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
      to(way, untrusted.at(Hosts.TRACK)).threw("").nothing();
      assertThat(untrusted.received()).isEmpty();
    }
  }
}
