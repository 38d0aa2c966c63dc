package io.cioagent.it.httpclient;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Await;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.EveryJdkFrom11;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Certificate;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Http2StandIn;
import io.cioagent.it.watch.CommandResult;
import io.cioagent.it.watch.Leaks;
import io.cioagent.it.watch.WatchedApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over HTTP/2, upgraded from clear text and agreed on within TLS. */
@EveryJdkFrom11
class Http2IT extends WatchedApplication {

  private static final String PUT = "PUT track.customer.io /api/v1/customers/{identifier} ";

  private final Certificate certificate = Certificate.selfSigned();
  private final Http2StandIn clearText = Http2StandIn.clearText();
  private final Http2StandIn tls = Http2StandIn.tls(certificate);

  @AfterAll
  void stopServers() {
    clearText.close();
    tls.close();
  }

  @Override
  protected RunningJvm start(Jvm jvm) {
    certificate.trustOptions().forEach(jvm::option);
    return jvm.agent().classPath(Build.java11Apps()).start("io.cioagent.it.apps.HttpClientApp");
  }

  @ParameterizedTest
  @CsvSource({"false, send", "false, async", "true, send", "true, async", "true, subclass"})
  void exchangeIsOneOperation(boolean secure, String how) {
    int before = server(secure).received();
    ask(server(secure), how, "")
        .answered("200 HTTP_2")
        .operations("identify success")
        .attempts(PUT + "200")
        .spanCount(1);
    assertThat(server(secure).received()).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 429, 500})
  void statusDecides(int status) {
    for (boolean secure : new boolean[] {false, true}) {
      ask(server(secure), "send", "?status=" + status)
          .answered(status + " HTTP_2")
          .operations("identify " + status)
          .attempts(PUT + status);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void responseTimeout(boolean secure) {
    try (Http2StandIn held = secure ? Http2StandIn.tls(certificate) : Http2StandIn.clearText()) {
      ask(held, "timeout", "?hold")
          .threw("TimeoutException") // on a busy machine the greeting alone takes too long
          .operations("identify timeout")
          .attempts(PUT + "timeout");
    }
  }

  @Test
  void cancelledCallIsAnError() {
    try (Http2StandIn held = Http2StandIn.tls(certificate)) {
      CommandResult seen = ask(held, "start", "?hold").answered("started");
      Await.until("the request", () -> held.received() == 1);
      assertThat(jvm().ask("http-cancel")).isEqualTo("= true");
      seen.operations("identify cancelled").attempts(PUT + "cancelled");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"send", "async"})
  void untrustedCertificateIsATlsError(String how) {
    try (Http2StandIn untrusted = Http2StandIn.tls(Certificate.selfSigned())) {
      ask(untrusted, how, "")
          .threw("javax.net.ssl.SSLHandshakeException")
          .operations("identify tls")
          .onlyAttempts(PUT + "tls");
    }
  }

  @Test
  void brokenConnection() {
    ask(tls, "send", "?break")
        .threw("java.io.IOException")
        .operationEndingIn("identify", "io", "reset");
    ask(tls, "send", "").answered("200 HTTP_2").operations("identify success");
  }

  @Test
  void otherHostsAreIgnored() {
    watch()
        .ask("http", "h2-send", "GET", clearText.at(Hosts.OTHER) + "/", "")
        .answered("200 HTTP_2")
        .nothing();
  }

  private Http2StandIn server(boolean secure) {
    return secure ? tls : clearText;
  }

  private CommandResult ask(Http2StandIn server, String how, String query) {
    String address = server.at(Hosts.TRACK) + "/api/v1/customers/" + Leaks.ID + query;
    return watch().ask("http", "h2-" + how, "PUT", address, "");
  }
}
