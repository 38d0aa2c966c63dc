package io.cioagent.it.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Http2StandIn;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.watch.CommandResult;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only Apache HttpClient 5 does, classic and asynchronous. */
@Library("httpclient5more")
class HttpClient5MoreIT extends LibraryApplication {

  private static final String CHALLENGE = "WWW-Authenticate: Basic realm=\"here\"";

  @ParameterizedTest
  @ValueSource(strings = {"retry", "async-retry"})
  void clientRetryIsOneOperation(String way) {
    needs(way);
    standIn().script(Reply.status(429));
    ask(way).answered("200").operations("identify success").attempts(PUT + "200", PUT + "429");
    standIn().script(Reply.status(503), Reply.status(503));
    ask(way).answered("503").operations("identify 503").attempts(PUT + "503", PUT + "503");
    standIn().script(Reply.reset());
    ask(way).answered("200").operations("identify success").attempts(PUT + "200", PUT + "reset");
  }

  @ParameterizedTest
  @ValueSource(strings = {"auth", "async-auth"})
  void challengeIsAnAttempt(String way) {
    needs(way);
    standIn().script(Reply.status(401, "", CHALLENGE));
    ask(way).answered("200").operations("identify success").attempts(PUT + "200", PUT + "401");
    standIn().script(Reply.status(401, "", CHALLENGE), Reply.status(401, "", CHALLENGE));
    ask(way).answered("401").operations("identify 401").attempts(PUT + "401", PUT + "401");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tunnel", "async-tunnel"})
  void connectRequestIsNoAttempt(String way) {
    needs(way);
    ask(way).answered("200").operations("identify success").attempts(PUT + "200").spanCount(1);
    assertThat(standIn().received()).hasSize(1);
    to(way, standIn().at(Hosts.OTHER)).answered("200").nothing();
  }

  @ParameterizedTest
  @ValueSource(strings = {"refused", "async-refused"})
  void refusalOfAProxyTunnelIsTheOutcome(String way) throws IOException {
    needs(way);
    try (RefusingProxy proxy = new RefusingProxy()) {
      to(way, "http://" + Hosts.TRACK + ":" + proxy.port())
          .answered("403")
          .operations("identify 403")
          .attempts(PUT + "403")
          .spanCount(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gateway", "async-gateway"})
  void hostOfTheRequestTakesPrecedence(String way) {
    to(way, "http://" + Hosts.TRACK).answered("200").operations("identify success").spanCount(1);
    assertThat(standIn().received().get(0).header("Host")).isEqualTo(Hosts.TRACK);
    to(way, "http://" + Hosts.OTHER).answered("200").nothing();
  }

  @Test
  void noConnectionWasFree() {
    standIn().script(Reply.status(200, "open"));
    ask("pool")
        .threw("ConnectionRequestTimeoutException")
        .operations("identify success", "identify timeout")
        .attempts(PUT + "200", PUT + "timeout");
  }

  @Test
  void noConnectionWasFreeForTheAsynchronousClient() {
    needs("cancel");
    standIn().script(Reply.silence());
    ask("async-pool")
        .threw("Timeout")
        .operations("identify cancelled", "identify timeout")
        .attempts(PUT + "cancelled", PUT + "timeout");
  }

  @Test
  void nestedCallToAnotherHostIsIgnored() {
    ask("nested").answered("200").operations("identify success").attempts(PUT + "200").spanCount(1);
    assertThat(standIn().received()).hasSize(2);
  }

  @Test
  void failureOfAResponseHandlerIsIgnored() {
    ask("handler-throws").threw("handler").operations("identify success").attempts(PUT + "200");
    ask("async-callback-throws").answered("200").operations("identify success").spanCount(1);
  }

  @Test
  void consumerThatFailsIsTheEndOfTheExchange() {
    ask("async-consumer-throws").threw("consumer").operations("identify io").spanCount(1);
  }

  @Test
  void redirectToAnotherHostIsTheOtherHostsAnswer() {
    needs("async-follow");
    standIn().script(Reply.redirect(307, at(Hosts.OTHER, "/elsewhere")), Reply.status(404));
    ask("async-follow").answered("404").operations("identify 404").attempts(PUT + "307");
  }

  @ParameterizedTest
  @ValueSource(strings = {"async-cancel", "async-minimal-cancel"})
  void futureCancellation(String way) {
    // The future of 5.0 for a simple request reaches nothing: its exchange goes on.
    needs("cancel");
    standIn().script(Reply.silence());
    ask(way)
        .answered("cancelled true")
        .operations("identify cancelled")
        .attempts(PUT + "cancelled")
        .spanCount(1);
  }

  @Test
  void minimalClientTimesOut() {
    standIn().script(Reply.silence());
    ask("async-minimal-timeout").threw("Timeout").operations("identify timeout").spanCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "async-h2, false",
    "async-h2, true",
    "async-h2-minimal, false",
    "async-h2-minimal, true",
    "async-follow, true"
  })
  void http2ExchangeIsOneOperation(String way, boolean secure) {
    needs(secure ? way + "-tls" : way);
    try (Http2StandIn modern = secure ? Http2StandIn.tls(TRUSTED) : Http2StandIn.clearText()) {
      for (int status : List.of(200, 429, 500)) {
        modern(way, modern.at(Hosts.TRACK), "?status=" + status)
            .answered(status + " HTTP/2.0")
            .operations("identify " + (status == 200 ? "success" : status))
            .attempts(PUT + status)
            .spanCount(1);
      }
      assertThat(modern.received()).isEqualTo(3);
      if (!secure) {
        modern(way, modern.at(Hosts.OTHER), "").answered("200 HTTP/2.0").nothing();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "async-h2, false",
    "async-h2, true",
    "async-h2-minimal, false",
    "async-h2-minimal, true",
    "async-follow, true"
  })
  void http2AnswerOfASendIsRead(String way, boolean secure) {
    needs(secure ? way + "-tls" : way);
    try (Http2StandIn modern = secure ? Http2StandIn.tls(TRUSTED) : Http2StandIn.clearText()) {
      String deliveryId = Deliveries.newId();
      String url = modern.at(Hosts.APP) + SendCases.SEND + "?delivery=" + deliveryId;
      watch().ask("http", way, "POST", url, BODY).answered("200").operations("send_email success");
      new Deliveries(watch(), jvm()).assertKnown(1, deliveryId);
    }
  }

  @Test
  void http2ConnectionBreaks() {
    needs("async-h2-tls");
    try (Http2StandIn modern = Http2StandIn.tls(TRUSTED)) {
      modern("async-h2", modern.at(Hosts.TRACK), "?break")
          .threw("")
          .operations("identify reset")
          .attempts(PUT + "reset")
          .spanCount(1);
    }
  }

  @Test
  void http2FutureCancellation() {
    needs("async-h2-tls");
    try (Http2StandIn modern = Http2StandIn.tls(TRUSTED)) {
      modern("async-h2-cancel", modern.at(Hosts.TRACK), "?hold")
          .answered("cancelled true")
          .operations("identify cancelled")
          .attempts(PUT + "cancelled")
          .spanCount(1);
    }
  }

  private CommandResult modern(String way, String base, String query) {
    return watch().ask("http", way, "PUT", base + CUSTOMER + query, BODY);
  }
}
