package io.cioagent.it.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.cioagent.it.endpoint.Sample;
import io.cioagent.it.endpoint.Span;
import io.cioagent.it.harness.EveryRow;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.ReceivedRequest;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.watch.CommandResult;
import io.cioagent.it.watch.Leaks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer comes: what it is decides, in whichever way it was asked for. */
abstract class AnswerCases extends LibraryApplication {

  /** So many requests at once. */
  private static final int MANY = 20;

  final List<String> answeredWays() {
    return row().answeredWays();
  }

  final List<String> mainWays() {
    return row().mainWays();
  }

  @Test
  @EveryRow
  void tableAndTheApplicationAgree() {
    assertThat(jvm().ask("ways").substring(2).split(" ", -1))
        .containsExactlyInAnyOrderElementsOf(row().ways());
  }

  @ParameterizedTest
  @MethodSource("answeredWays")
  @EveryRow
  void everyWayOfSendingIsOneOperationWithOneAttempt(String way) {
    ask(way).answered("200").operations("identify success").attempts(PUT + "200").spanCount(1);
    assertThat(standIn().received()).hasSize(1);
    assertThat(standIn().received().get(0).header("Host")).isEqualTo(hostHeader());
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 207, 301, 400, 401, 404, 429, 500, 503})
  void statusDecides(int status) {
    String outcome =
        status == 204 ? "success" : status == 207 ? "partial_failure" : String.valueOf(status);
    for (String way : mainWays()) {
      standIn().script(Reply.status(status));
      ask(way)
          .answered("" + status)
          .operations("identify " + outcome)
          .attempts(PUT + status)
          .spanCount(1);
    }
  }

  @ParameterizedTest
  @MethodSource("answeredWays")
  @EveryRow
  void everyWayOfSendingCountsARefusal(String way) {
    standIn().script(Reply.status(429));
    ask(way).answered("429").operations("identify 429").attempts(PUT + "429").spanCount(1);
  }

  @Test
  @EveryRow
  void spanCarriesBoth() {
    standIn().script(Reply.status(429));
    Span span = ask("sync").span();
    assertThat(span.name()).isEqualTo("customerio.identify");
    assertThat(span.kind()).isEqualTo(Span.CLIENT);
    assertThat(span.status()).isEqualTo(Span.ERROR);
    assertThat(span.attributes())
        .containsEntry("customerio.operation", "identify")
        .containsEntry("customerio.api", "track")
        .containsEntry("http.request.method", "PUT")
        .containsEntry("url.template", "/api/v1/customers/{identifier}")
        .containsEntry("server.address", Hosts.TRACK)
        .containsEntry("server.port", String.valueOf(standIn().port()))
        .containsEntry("http.response.status_code", "429")
        .containsEntry("error.type", "429");
    assertThat(span.attribute("url.full")).doesNotContain(Leaks.ID, Leaks.TOKEN);
  }

  @Test
  void redirectThatIsNotFollowedIsAnError() {
    for (String way : mainWays()) {
      standIn().script(Reply.redirect(301, at(Hosts.APP, CUSTOMER)));
      ask(way).answered("301").operations("identify 301").attempts(PUT + "301").spanCount(1);
    }
  }

  @Test
  @EveryRow
  void redirectThatIsFollowedIsOneOperationWithTwoAttempts() {
    needs("follow");
    standIn().script(Reply.redirect(302, at(Hosts.TRACK, "/api/v1/accounts/region?moved=1")));
    region("follow")
        .answered("200")
        .operations("get_region success")
        .attempts(
            "GET track.customer.io /api/v1/accounts/region 200",
            "GET track.customer.io /api/v1/accounts/region 302");
    assertThat(standIn().received()).hasSize(2);
  }

  @Test
  void redirectToAnotherHostAddsNoLabelForIt() {
    needs("follow");
    standIn().script(Reply.redirect(302, at(Hosts.OTHER, "/elsewhere")));
    CommandResult seen = region("follow").answered("200");
    seen.operations("get_region success");
    assertThat(seen.scrape().samples())
        .noneMatch(sample -> sample.label("server_address").equals(Hosts.OTHER));
  }

  @Test
  @EveryRow
  void redirectFromAnotherHostIsAnAttempt() {
    needs("follow");
    assumeFalse(
        row().toString().equals("httpasyncclient5 5.0"),
        "asynchronous HttpClient 5.0 is not observed there, as docs/observed.md says");
    for (int status : new int[] {200, 401}) {
      String region = "/api/v1/accounts/region";
      standIn().script(Reply.redirect(302, at(Hosts.TRACK, region)), Reply.status(status));
      watch()
          .ask("http", "follow", "GET", standIn().at(Hosts.OTHER) + "/elsewhere", "")
          .answered("" + status)
          .operations("get_region " + (status == 200 ? "success" : "401"))
          .attempts("GET track.customer.io " + region + " " + status)
          .spanCount(1);
    }
  }

  @Test
  void oneRequestObjectSentTwiceIsTwoOperations() {
    needs("reused");
    for (int status : new int[] {200, 500, 200}) {
      standIn().script(Reply.status(status));
      ask("reused")
          .answered("" + status)
          .operations("identify " + (status == 200 ? "success" : "500"))
          .attempts(PUT + status);
    }
  }

  @Test
  void proxiedRequestKeepsTheCustomerIoHost() {
    needs("proxy");
    CommandResult seen = to("proxy", "http://" + Hosts.TRACK).answered("200");
    seen.operations("identify success").attempts(PUT + "200").spanCount(1);
    assertThat(standIn().received()).hasSize(1);
    ReceivedRequest received = standIn().received().get(0);
    assertThat(received.header("Host")).isIn(Hosts.TRACK, Hosts.TRACK + ":80");
    assertThat(
            seen.scrape().of("http_client_request_duration_seconds_count").stream()
                .map(sample -> sample.label("server_port")))
        .contains("80");
    to("proxy", "http://" + Hosts.OTHER).answered("200").nothing();
  }

  @ParameterizedTest
  @MethodSource("mainWays")
  void manyAtOnceAreAllCounted(String way) {
    List<String> operations = new ArrayList<>();
    List<String> attempts = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      int status = i % 2 == 0 ? 200 : 429;
      standIn().script(Reply.status(status));
      operations.add("identify " + (status == 200 ? "success" : "429"));
      attempts.add(PUT + status);
    }
    watch()
        .ask("http-concurrent", way, "PUT", at(Hosts.TRACK, CUSTOMER), BODY, "" + MANY)
        .answered("{200=10, 429=10}")
        .operations(operations.toArray(String[]::new))
        .attempts(attempts.toArray(String[]::new))
        .spanCount(MANY);
  }

  @ParameterizedTest
  @MethodSource("mainWays")
  void keepAliveConnectionServesSeveralRequests(String way) {
    try (StandIn fresh = StandIn.http()) {
      for (int i = 0; i < 3; i++) {
        to(way, fresh.at(Hosts.TRACK)).operations("identify success").attempts(PUT + "200");
      }
      assertThat(fresh.received()).hasSize(3);
      assertThat(fresh.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("mainWays")
  void tlsExchangeIsOneOperation(String way) {
    try (StandIn trusted = StandIn.https(TRUSTED)) {
      trusted.script(Reply.status(200), Reply.status(401));
      to(way, trusted.at(Hosts.TRACK))
          .answered("200")
          .operations("identify success")
          .attempts(PUT + "200")
          .spanCount(1);
      to(way, trusted.at(Hosts.TRACK)).answered("401").operations("identify 401").spanCount(1);
    }
  }

  @ParameterizedTest
  @MethodSource("answeredWays")
  @EveryRow
  void otherHostsAreIgnored(String way) {
    to(way, standIn().at(Hosts.OTHER)).answered("200").nothing();
  }

  @Test
  void clientDistinguishesItsHosts() {
    List<String> bases = List.of(standIn().at(Hosts.TRACK), standIn().at(Hosts.OTHER));
    for (String base : bases) {
      watch()
          .ask("http-concurrent", "sync", "PUT", base + CUSTOMER, BODY, "6")
          .answered("{200=6}")
          .operations(
              base.contains(Hosts.OTHER)
                  ? new String[0]
                  : Collections.nCopies(6, "identify success").toArray(String[]::new));
    }
    assertThat(watch().endpoint().scrape().samples().stream().map(Sample::labels))
        .noneMatch(labels -> labels.containsValue(Hosts.OTHER));
  }

  private String hostHeader() {
    return Hosts.TRACK + ":" + standIn().port();
  }
}
