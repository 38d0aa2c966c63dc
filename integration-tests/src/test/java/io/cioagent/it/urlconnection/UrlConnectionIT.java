package io.cioagent.it.urlconnection;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.EveryJdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.watch.CommandResult;
import io.cioagent.it.watch.Leaks;
import io.cioagent.it.watch.WatchedApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way to drive a connection, every answer that comes. */
@EveryJdk
class UrlConnectionIT extends WatchedApplication {

  private static final String CUSTOMER = "/api/v1/customers/" + Leaks.ID;
  private static final String PUT_200 = "PUT track.customer.io /api/v1/customers/{identifier} 200";
  private static final String BODY = "{\"email\":\"" + Leaks.EMAIL + "\"}";

  @Override
  protected RunningJvm start(Jvm jvm) {
    return jvm.agent().classPath(Build.java8Apps()).start("io.cioagent.it.apps.UrlConnectionApp");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "code",
        "input",
        "input-or-error",
        "connect-first",
        "fixed-length",
        "chunked",
        "no-redirect",
        "header-field",
        "message",
        "again",
        "disconnect"
      })
  void everyWayOfSendingIsOneOperationWithOneAttempt(String how) {
    ask(how, "PUT", CUSTOMER, BODY)
        .answered("")
        .operations("identify success")
        .attempts(PUT_200)
        .spanCount(1);
    assertThat(standIn().received()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/accounts/region, get_region, /api/v1/accounts/region",
    "HEAD, /api/v1/accounts/region, other,",
    "PUT, /api/v1/customers/cust-5512, identify, /api/v1/customers/{identifier}",
    "POST, /api/v1/customers/cust-5512/events, track, /api/v1/customers/{identifier}/events",
    "DELETE, /api/v1/customers/cust-5512, delete, /api/v1/customers/{identifier}",
    "POST, /api/v2/batch, batch, /api/v2/batch",
    "POST, /v1/send/email, send_email, /v1/send/email",
  })
  void routeNamesTheOperation(String method, String path, String operation, String template) {
    CommandResult seen = ask("code", method, path, method.startsWith("P") ? BODY : "");
    seen.answered("200").operations(operation + " success");
    if (template != null) {
      seen.attempts(method + " " + Hosts.TRACK + " " + template + " 200");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "api.customer.io, /v1/campaigns/12/triggers, trigger_broadcast",
    "cdp.customer.io, /v1/track, track",
    "cdp.customer.io, /v1/import/, batch",
  })
  void otherApisHaveTheirOwnHostsAndRoutes(String host, String path, String operation) {
    watch()
        .ask("url", "code", "POST", at(host, path), BODY)
        .answered("200")
        .operations(operation + " success");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 207, 301, 400, 401, 404, 429, 500, 503})
  void statusDecides(int status) {
    standIn().script(Reply.status(status));
    String outcome =
        status == 204 ? "success" : status == 207 ? "partial_failure" : String.valueOf(status);
    ask("code", "PUT", CUSTOMER, BODY)
        .answered("" + status)
        .operations("identify " + outcome)
        .attempts("PUT track.customer.io /api/v1/customers/{identifier} " + status);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 404, 500})
  void exceptionFromTheInputStreamKeepsTheStatus(int status) {
    standIn().script(Reply.status(status));
    ask("input", "PUT", CUSTOMER, BODY)
        .threw(status == 404 ? "FileNotFoundException" : "IOException")
        .operations("identify " + status)
        .attempts("PUT track.customer.io /api/v1/customers/{identifier} " + status);
  }

  @Test
  void errorStreamIsReadAfterTheException() {
    standIn().script(Reply.status(400, "{\"meta\":{\"error\":\"no\"}}"));
    ask("input-or-error", "PUT", CUSTOMER, BODY)
        .answered("java.io.IOException: Server returned HTTP response code: 400")
        .operations("identify 400");
  }

  @Test
  void oneConnectionServesManyExchanges() {
    for (int i = 0; i < 3; i++) {
      ask("code", "PUT", CUSTOMER, BODY).operations("identify success").attempts(PUT_200);
    }
    assertThat(standIn().connections()).isEqualTo(1);
  }

  @Test
  void connectingAloneIsNoExchange() {
    ask("connect-only", "PUT", CUSTOMER, "").answered("connected").nothing();
    assertThat(standIn().received()).isEmpty();
  }

  @Test
  void writingWithoutReadingSendsNothing() {
    ask("output-only", "PUT", CUSTOMER, BODY).answered("written").attempts().operations();
    assertThat(standIn().received()).isEmpty();
    ask("code", "PUT", CUSTOMER, BODY).operations("identify success").attempts(PUT_200);
  }

  @Test
  void settingOutputTooLateIsNoExchange() {
    ask("set-output-too-late", "PUT", CUSTOMER, "")
        .threw("java.lang.IllegalStateException: Already connected")
        .nothing();
  }

  @Test
  void redirectThatIsNotFollowedIsAnError() {
    standIn().script(Reply.redirect(301, at(Hosts.APP, CUSTOMER)));
    ask("no-redirect", "PUT", CUSTOMER, BODY)
        .answered("301 " + at(Hosts.APP, CUSTOMER))
        .operations("identify 301")
        .spanCount(1);
  }

  @Test
  void redirectThatIsFollowedIsOneOperationWithTwoAttempts() {
    standIn().script(Reply.redirect(302, at(Hosts.TRACK, "/api/v1/accounts/region?moved=1")));
    ask("code", "GET", "/api/v1/accounts/region", "")
        .answered("200")
        .operations("get_region success")
        .attempts(
            "GET track.customer.io /api/v1/accounts/region 200",
            "GET track.customer.io /api/v1/accounts/region 302");
    assertThat(standIn().received()).hasSize(2);
  }

  @Test
  void refusalAnsweredWithCredentialsIsOneOperationWithTwoAttempts() {
    standIn().script(Reply.status(401, "{}", "WWW-Authenticate: Basic realm=\"track\""));
    ask("authenticator", "GET", "/api/v1/accounts/region", "")
        .answered("200")
        .operations("get_region success")
        .attempts(
            "GET track.customer.io /api/v1/accounts/region 200",
            "GET track.customer.io /api/v1/accounts/region 401");
    assertThat(standIn().received()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "fixed-length, 401, = 401",
    "chunked, 401, = 401",
    "fixed-length, 302, ! java.net.HttpRetryException",
    "chunked, 302, ! java.net.HttpRetryException",
  })
  void streamedBodyCannotBeSentAgain(String how, int status, String answer) {
    standIn().script(Reply.redirect(status, at(Hosts.TRACK, "/elsewhere")));
    CommandResult seen = ask(how, "PUT", CUSTOMER, BODY);
    assertThat(seen.answer()).startsWith(answer);
    seen.operations("identify " + status)
        .attempts("PUT track.customer.io /api/v1/customers/{identifier} " + status);
    assertThat(standIn().received()).hasSize(1);
    // A redirect is an error of the operation, but as on every library none of the attempt.
    assertThat(seen.scrape().of("http_client_request_duration_seconds_count"))
        .filteredOn(
            sample ->
                sample.label("http_response_status_code").equals("" + status)
                    && sample.label("http_request_method").equals("PUT"))
        .isNotEmpty()
        .allMatch(sample -> sample.label("error_type").equals(status < 400 ? "" : "" + status));
  }

  @Test
  void otherHostsAreIgnored() {
    watch().ask("url", "code", "PUT", at(Hosts.OTHER, CUSTOMER), BODY).answered("200").nothing();
  }

  @Test
  void redirectToAnotherHostAddsNoLabelForIt() {
    standIn().script(Reply.redirect(302, at(Hosts.OTHER, "/elsewhere")));
    CommandResult seen = ask("code", "GET", "/api/v1/accounts/region", "").answered("200");
    seen.operations("get_region success");
    assertThat(seen.scrape().samples())
        .noneMatch(sample -> sample.label("server_address").equals(Hosts.OTHER));
  }

  private CommandResult ask(String how, String method, String path, String body) {
    return watch().ask("url", how, method, at(Hosts.TRACK, path), body);
  }
}
