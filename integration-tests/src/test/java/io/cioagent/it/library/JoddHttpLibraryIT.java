package io.cioagent.it.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.EveryRow;
import io.cioagent.it.standin.DeadPort;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Jodd HTTP 5 and 6. */
@Library("joddhttp")
class JoddHttpLibraryIT extends LibraryCases {

  /** It asks the server to close the connection, unless the application says otherwise. */
  @Override
  @ParameterizedTest
  @MethodSource("mainWays")
  void keepAliveConnectionServesSeveralRequests(String way) {
    try (StandIn fresh = StandIn.http()) {
      for (int i = 0; i < 3; i++) {
        to(way, fresh.at(Hosts.TRACK)).operations("identify success").attempts(PUT + "200");
      }
      assertThat(fresh.connections()).isEqualTo(3);
    }
  }

  @Test
  @EveryRow
  void connectionOpenedBeforeTheRequestMayFail() {
    try (DeadPort refusing = DeadPort.refusing()) {
      failed(to("opened", "http://" + Hosts.TRACK + ":" + refusing.port()), "connect");
    }
    failed(
        to("opened", "http://" + Hosts.UNKNOWN),
        "PUT track-eu.customer.io /api/v1/customers/{identifier} ",
        "dns");
  }
}
