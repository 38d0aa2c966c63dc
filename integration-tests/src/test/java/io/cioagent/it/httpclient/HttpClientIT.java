package io.cioagent.it.httpclient;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Span;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.EveryJdkFrom11;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.DeadPort;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.watch.CommandResult;
import io.cioagent.it.watch.Leaks;
import io.cioagent.it.watch.WatchedApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over HTTP/1.1: every way to send, every answer that comes, and none. */
@EveryJdkFrom11
class HttpClientIT extends WatchedApplication {

  private static final String CUSTOMER = "/api/v1/customers/" + Leaks.ID;
  private static final String PUT = "PUT track.customer.io /api/v1/customers/{identifier} ";
  private static final String BODY = "{\"email\":\"" + Leaks.EMAIL + "\"}";

  @Override
  protected RunningJvm start(Jvm jvm) {
    return jvm.agent().classPath(Build.java11Apps()).start("io.cioagent.it.apps.HttpClientApp");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "send",
        "discard",
        "stream",
        "follow",
        "async",
        "subclass",
        "subclass-async",
        "same-request",
        "new-client",
      })
  void everyWayOfSendingIsOneOperationWithOneAttempt(String how) {
    ask("h1-" + how)
        .answered("200")
        .operations("identify success")
        .attempts(PUT + "200")
        .spanCount(1);
    assertThat(standIn().received()).hasSize(1);
  }

  @Test
  void clientThatPrefersHttp2CountsOnce() {
    ask("h2-send").answered("200 HTTP_1_1").operations("identify success").attempts(PUT + "200");
  }

  @Test
  void oneRequestObjectSentTwiceIsTwoOperations() {
    ask("h1-same-request").operations("identify success");
    ask("h1-same-request").operations("identify success").attempts(PUT + "200");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 207, 301, 400, 401, 404, 429, 500, 503})
  void statusDecides(int status) {
    standIn().script(Reply.status(status), Reply.status(status));
    String outcome =
        status == 204 ? "success" : status == 207 ? "partial_failure" : String.valueOf(status);
    ask("h1-send").answered("" + status).operations("identify " + outcome).attempts(PUT + status);
    ask("h1-async").answered("" + status).operations("identify " + outcome).attempts(PUT + status);
  }

  @Test
  void spanCarriesBoth() {
    standIn().script(Reply.status(429));
    Span span = ask("h1-async").span();
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

  @ParameterizedTest
  @ValueSource(strings = {"h1-send", "h1-async"})
  void unknownHostIsADnsError(String how) {
    to(how, "http://" + Hosts.UNKNOWN)
        .threw("java.net.ConnectException")
        .operations("identify dns")
        .onlyAttempts("PUT track-eu.customer.io /api/v1/customers/{identifier} dns");
  }

  @ParameterizedTest
  @ValueSource(strings = {"h1-send", "h1-async"})
  void refusedConnectionIsAConnectError(String how) {
    try (DeadPort refusing = DeadPort.refusing()) {
      to(how, "http://" + Hosts.TRACK + ":" + refusing.port())
          .threw("java.net.ConnectException")
          .operations("identify connect")
          .onlyAttempts(PUT + "connect");
    }
  }

  @Test
  void connectTimeout() {
    try (DeadPort full = DeadPort.full()) {
      to("h1-send", "http://" + Hosts.TRACK + ":" + full.port())
          .threw("java.net.http.HttpConnectTimeoutException")
          .operations("identify timeout")
          .onlyAttempts(PUT + "timeout");
    }
  }

  @Test
  void responseTimeout() {
    standIn().script(Reply.silence());
    ask("h1-timeout")
        .threw("java.net.http.HttpTimeoutException")
        .operations("identify timeout")
        .attempts(PUT + "timeout");
  }

  @ParameterizedTest
  @ValueSource(strings = {"h1-send", "h1-async"})
  void connectionReset(String how) {
    standIn().script(Reply.reset(), Reply.reset(), Reply.reset());
    ask(how).threw("java.io.IOException").operations("identify reset").attempts(PUT + "reset");
  }

  @Test
  void connectionClosedWithoutResponse() {
    standIn().script(Reply.bytes(""), Reply.bytes(""), Reply.bytes(""));
    ask("h1-send").threw("java.io.IOException").operationEndingIn("identify", "io", "reset");
  }

  @Test
  void answerWithoutAStatusLine() {
    standIn().script(Reply.bytes("<html>down for maintenance</html>\r\n\r\n"));
    ask("h1-send").threw("Invalid status line").operations("identify io").attempts(PUT + "io");
  }

  @ParameterizedTest
  @ValueSource(strings = {"h1-send", "h1-async"})
  void truncatedResponseIsAnError(String how) {
    standIn().script(Reply.half());
    // The status came, the body broke off: the contract leaves open which of the two it is.
    ask(how)
        .threw("java.io.IOException")
        .operationEndingIn("identify", "success", "io", "reset")
        .spanCount(1);
  }

  @Test
  void bodyHandlerThatThrows() {
    ask("h1-body-fails")
        .threw("no room for this body")
        .operationEndingIn("identify", "success", "io", "unknown error")
        .spanCount(1);
  }

  @Test
  void cancelledCallIsAnError() {
    standIn().script(Reply.silence());
    CommandResult seen = ask("h1-start").answered("started");
    standIn().awaitReceived(1);
    seen.operations();
    assertThat(jvm().ask("http-cancel")).isEqualTo("= true");
    seen.operations("identify cancelled").attempts(PUT + "cancelled").spanCount(1);
  }

  @Test
  void redirectThatIsNotFollowedIsAnError() {
    standIn().script(Reply.redirect(301, at(Hosts.APP, CUSTOMER)));
    ask("h1-send").answered("301").operations("identify 301").attempts(PUT + "301").spanCount(1);
  }

  @Test
  void redirectThatIsFollowedIsOneOperationWithTwoAttempts() {
    standIn().script(Reply.redirect(307, at(Hosts.TRACK, CUSTOMER + "?moved=" + Leaks.TOKEN)));
    ask("h1-follow")
        .answered("200")
        .operations("identify success")
        .attempts(PUT + "307", PUT + "200");
    assertThat(standIn().received()).hasSize(2);
  }

  @Test
  void refusalAnsweredWithCredentialsIsOneOperationWithTwoAttempts() {
    standIn().script(Reply.status(401, "{}", "WWW-Authenticate: Basic realm=\"track\""));
    watch()
        .ask("http", "h1-authenticator", "GET", at(Hosts.TRACK, "/api/v1/accounts/region"), "")
        .answered("200")
        .operations("get_region success")
        .attempts(
            "GET track.customer.io /api/v1/accounts/region 200",
            "GET track.customer.io /api/v1/accounts/region 401");
  }

  @ParameterizedTest
  @ValueSource(strings = {"h1-send", "h1-async", "h2-send", "h1-subclass"})
  void otherHostsAreIgnored(String how) {
    to(how, standIn().at(Hosts.OTHER)).answered("200").nothing();
  }

  private CommandResult ask(String how) {
    return to(how, standIn().at(Hosts.TRACK));
  }

  private CommandResult to(String how, String base) {
    return watch().ask("http", how, "PUT", base + CUSTOMER + "?token=" + Leaks.TOKEN, BODY);
  }
}
