package io.cioagent.it.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ktor on its own engine, which connects for every request but a GET that it may pipeline. */
@Library("ktor-cio")
class KtorCioLibraryIT extends KtorCases {

  @Override
  @ParameterizedTest
  @ValueSource(strings = "pipelined")
  void keepAliveConnectionServesSeveralRequests(String way) {
    String region = "/api/v1/accounts/region";
    try (StandIn fresh = StandIn.http()) {
      for (int i = 0; i < 3; i++) {
        watch()
            .ask("http", way, "GET", fresh.at(Hosts.TRACK) + region, "")
            .answered("200")
            .operations("get_region success")
            .attempts("GET track.customer.io " + region + " 200");
      }
      assertThat(fresh.received()).hasSize(3);
      assertThat(fresh.connections()).isEqualTo(1);
    }
  }
}
