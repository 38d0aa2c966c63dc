package io.cioagent.it.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Await;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Http2StandIn;
import io.cioagent.it.watch.CommandResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Jetty's client over HTTP/2, known beforehand in clear text and agreed on within TLS. */
@Library("jetty-http2")
class JettyHttp2IT extends LibraryApplication {

  private final Http2StandIn clearText = Http2StandIn.clearText();
  private final Http2StandIn tls = Http2StandIn.tls(TRUSTED);

  @AfterAll
  void stopServers() {
    clearText.close();
    tls.close();
  }

  static List<String> ways() {
    return List.of("sync", "async", "streamed", "output", "input", "unread", "kept", "relative");
  }

  @ParameterizedTest
  @MethodSource("ways")
  void exchangeIsOneOperation(String way) {
    for (Http2StandIn server : List.of(clearText, tls)) {
      int before = server.received();
      ask(server, way, "")
          .answered("200")
          .operations("identify success")
          .attempts(PUT + "200")
          .spanCount(1);
      assertThat(server.received()).isEqualTo(before + 1);
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void answerOfASendIsRead(String way) {
    for (Http2StandIn server : List.of(clearText, tls)) {
      String deliveryId = Deliveries.newId();
      String url = server.at(Hosts.APP) + SendCases.SEND + "?delivery=" + deliveryId;
      watch().ask("http", way, "POST", url, BODY).answered("200").operations("send_email success");
      if (!SendCases.UNREAD.contains(way)) {
        new Deliveries(watch(), jvm()).assertKnown(1, deliveryId);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 401, 429, 500})
  void statusDecides(int status) {
    for (Http2StandIn server : List.of(clearText, tls)) {
      ask(server, "sync", "?status=" + status)
          .answered("" + status)
          .operations("identify " + (status == 204 ? "success" : status))
          .attempts(PUT + status);
    }
  }

  @Test
  void manyOnOneConnectionAreAllCounted() {
    List<String> operations = new ArrayList<>();
    List<String> attempts = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      operations.add("identify success");
      attempts.add(PUT + "200");
    }
    watch()
        .ask("http-concurrent", "async", "PUT", clearText.at(Hosts.TRACK) + CUSTOMER, BODY, "20")
        .answered("{200=20}")
        .operations(operations.toArray(String[]::new))
        .attempts(attempts.toArray(String[]::new));
  }

  @Test
  void responseTimeout() {
    try (Http2StandIn held = Http2StandIn.clearText()) {
      ask(held, "timeout", "?hold")
          .threw("TimeoutException")
          .operations("identify timeout")
          .attempts(PUT + "timeout");
    }
  }

  @Test
  void cancelledCallIsAnError() {
    try (Http2StandIn held = Http2StandIn.tls(TRUSTED)) {
      CommandResult seen = ask(held, "start", "?hold").answered("started");
      Await.until("the request", () -> held.received() == 1);
      assertThat(jvm().ask("http-cancel")).startsWith("= cancelled ");
      seen.operations("identify cancelled").attempts(PUT + "cancelled");
    }
  }

  @Test
  void untrustedCertificateIsATlsError() {
    try (Http2StandIn untrusted = Http2StandIn.tls(UNTRUSTED)) {
      ask(untrusted, "sync", "")
          .threw("SSLHandshakeException")
          .operations("identify tls")
          .attempts(PUT + "tls");
    }
  }

  @Test
  void brokenConnection() {
    ask(tls, "sync", "?break").threw("").operationEndingIn("identify", "io", "reset");
    ask(tls, "sync", "").answered("200").operations("identify success");
  }

  @ParameterizedTest
  @MethodSource("ways")
  void otherHostsAreIgnored(String way) {
    watch()
        .ask("http", way, "PUT", clearText.at(Hosts.OTHER) + "/x", BODY)
        .answered("200")
        .nothing();
  }

  private CommandResult ask(Http2StandIn server, String way, String query) {
    return watch().ask("http", way, "PUT", server.at(Hosts.TRACK) + CUSTOMER + query, BODY);
  }
}
