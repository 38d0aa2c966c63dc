package io.cioagent.it.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.EveryRow;
import io.cioagent.it.standin.DeadPort;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.watch.CommandResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No answer comes, or half of one: the application gets its exception, we get the reason. */
abstract class FaultCases extends RedirectCases {

  @ParameterizedTest
  @MethodSource("mainWays")
  @EveryRow
  void refusedConnectionIsAConnectError(String way) {
    try (DeadPort refusing = DeadPort.refusing()) {
      failed(to(way, "http://" + Hosts.TRACK + ":" + refusing.port()), "connect");
    }
  }

  @ParameterizedTest
  @MethodSource("mainWays")
  void unknownHostIsADnsError(String way) {
    CommandResult seen = to(way, "http://" + Hosts.UNKNOWN);
    failed(seen, "PUT track-eu.customer.io /api/v1/customers/{identifier} ", "dns");
  }

  @ParameterizedTest
  @MethodSource("mainWays")
  void untrustedCertificateIsATlsError(String way) {
    try (StandIn untrusted = StandIn.https(UNTRUSTED)) {
      failed(to(way, untrusted.at(Hosts.TRACK)), "tls");
      assertThat(untrusted.received()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("mainWays")
  void connectionReset(String way) {
    scriptAlways(Reply.reset());
    failed(ask(way), "reset");
  }

  @ParameterizedTest
  @MethodSource("mainWays")
  @EveryRow
  void connectionClosedWithoutResponse(String way) {
    scriptAlways(Reply.bytes(""));
    ask(way).threw("").operationEndingIn("identify", "io", "reset");
  }

  @ParameterizedTest
  @MethodSource("mainWays")
  @EveryRow
  void truncatedResponseIsAnError(String way) {
    standIn().script(Reply.half());
    // The status came, the body broke off: the contract leaves open which of the two it is. Not
    // every library reports to the application.
    ask(way).operationEndingIn("identify", "success", "io", "reset").spanCount(1);
  }

  @Test
  @EveryRow
  void responseTimeout() {
    needs("timeout");
    // A new connection: on a pooled one that a case before has broken, a library may try again.
    try (StandIn fresh = StandIn.http()) {
      fresh.script(Reply.silence());
      failed(to("timeout", fresh.at(Hosts.TRACK)), "timeout");
    }
  }

  @Test
  @EveryRow
  void cancelledCallIsAnError() {
    needs("start");
    standIn().script(Reply.silence());
    CommandResult seen = ask("start").answered("started");
    standIn().awaitReceived(1);
    seen.operations();
    assertThat(jvm().ask("http-cancel")).startsWith("= cancelled ");
    seen.operations("identify cancelled").attempts(PUT + "cancelled").spanCount(1);
  }

  @Test
  void failuresOfOtherHostsAreIgnored() {
    for (String way : mainWays()) {
      scriptAlways(Reply.reset());
      to(way, standIn().at(Hosts.OTHER)).threw("").nothing();
      standIn().reset();
    }
    if (row().can("start")) {
      standIn().script(Reply.silence());
      CommandResult seen = to("start", standIn().at(Hosts.OTHER));
      standIn().awaitReceived(1);
      jvm().ask("http-cancel");
      seen.nothing();
    }
  }
}
