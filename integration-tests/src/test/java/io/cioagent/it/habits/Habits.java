package io.cioagent.it.habits;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Span;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.watch.CommandResult;
import io.cioagent.it.watch.Leaks;
import io.cioagent.it.watch.WatchedApplication;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Common habits of client classes, the same for every HTTP library; a subclass names the library.
 * In one file, as they are one table's rows.
 */
abstract class Habits extends WatchedApplication {

  static final String RESENDS = "http.request.resend_count";
  static final String PUT = "PUT track.customer.io /api/v1/customers/{identifier} ";
  static final String EVENT = "POST track.customer.io /api/v1/customers/{identifier}/events ";

  private static final String PERSON = "/api/v1/customers/" + Leaks.ID;
  private static final String ATTRIBUTES =
      "GET api.customer.io /v1/customers/{customer_id}/attributes ";
  private static final String CONFIGURED =
      "io.cioagent.it.apps.habits.crm.Mailing[putTraits=identify,postUserEvent=track,send=other]";

  /** Where the applications are compiled that have this library. */
  abstract Path applications();

  /** The name of the class that stands for the library. */
  abstract String transport();

  @Override
  protected final RunningJvm start(Jvm jvm) {
    return jvm.setting("client.methods", CONFIGURED)
        .option("-Dshop.crm.url=" + at(Hosts.TRACK, ""))
        .agent()
        .classPath(applications())
        .start(
            "io.cioagent.it.apps.HabitsApp",
            "io.cioagent.it.apps.habits." + transport(),
            at(Hosts.TRACK, ""),
            at(Hosts.APP, ""),
            at(Hosts.PIPELINES, ""));
  }

  final CommandResult client(String type, String method, String... arguments) {
    return watch().call("habits.customerio." + type, method, arguments);
  }

  /** That many times the same answer. */
  final void answer(int status, int times) {
    standIn().script(Collections.nCopies(times, Reply.status(status)).toArray(new Reply[0]));
  }

  /** The counts of the attempts' spans, in order; null for one that has none. */
  static List<String> resends(List<Span> spans) {
    return spans.stream()
        .filter(span -> span.attribute("http.request.method") != null)
        .map(span -> span.attribute(RESENDS))
        .toList();
  }

  @Test
  void thinClientOfTheTrackApi() {
    client("ThinTrackClient", "updateCustomer", Leaks.ID, "plan=pro")
        .answered("200")
        .operations("identify success")
        .attempts(PUT + "200")
        .spanCount(2);
    answer(400, 1);
    client("ThinTrackClient", "sendEvent", Leaks.ID, "ordered", "total=12.50")
        .answered("400")
        .operations("track 400")
        .attempts(EVENT + "400");
  }

  @Test
  void thinClientOfTheAppApi() {
    client("ThinAppClient", "sendTransactionalEmail", Leaks.EMAIL)
        .answered("200")
        .operations("send_email success")
        .attempts("POST api.customer.io /v1/send/email 200");
    answer(422, 1);
    client("ThinAppClient", "triggerBroadcast", "12")
        .answered("422")
        .operations("trigger_broadcast 422")
        .attempts("POST api.customer.io /v1/campaigns/{broadcast_id}/triggers 422");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 429})
  void customNamesTakeTheOperationOfTheRoute(int status) {
    String outcome = status == 200 ? " success" : " 429";
    answer(status, 3);
    client("ThinTrackClient", "putTraits", Leaks.ID, "plan=pro")
        .answered("" + status)
        .operations("identify" + outcome)
        .attempts(PUT + status)
        .spanCount(1);
    client("ThinTrackClient", "postUserEvent", Leaks.ID, "ordered")
        .operations("track" + outcome)
        .attempts(EVENT + status)
        .spanCount(1);
    client("ThinTrackClient", "send", PERSON + "/suppress", "POST", "{}")
        .operations("suppress" + outcome)
        .attempts("POST track.customer.io /api/v1/customers/{identifier}/suppress " + status)
        .spanCount(1);
  }

  @Test
  void configuredCustomNames() {
    answer(500, 1);
    mailing("putTraits", Leaks.ID, "plan=pro")
        .answered("500")
        .operations("identify 500")
        .attempts(PUT + "500")
        .spanCount(2);
    List<Span> spans =
        mailing("postUserEvent", Leaks.ID, "ordered")
            .operations("track success")
            .attempts(EVENT + "200")
            .spans(2);
    assertThat(spans.get(1).attributes())
        .containsEntry("customerio.user.id", Leaks.ID)
        .containsEntry("customerio.event.name", "ordered");
  }

  /** A path is passed where others pass an id; the end of the class looks for it in everything. */
  @Test
  void pathArgumentIsNoUserId() {
    List<Span> spans =
        mailing("send", PERSON, "PUT", "{}")
            .operations("other success")
            .attempts(PUT + "200")
            .spans(2);
    assertThat(spans.get(1).attributes()).doesNotContainKey("customerio.user.id");
  }

  private CommandResult mailing(String method, String... arguments) {
    return watch().call("habits.crm.Mailing", method, arguments);
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 400, 401, 404, 413, 429, 500, 503})
  void exceptionWithoutStatusHasTheStatusOfTheResponse(int status) {
    answer(status, 1);
    CommandResult seen = client("BlindClient", "identify", Leaks.ID);
    assertThat(seen.answer()).isEqualTo("! java.lang.RuntimeException: Customer.io call failed");
    // The client itself rejects a 204, which is an error.
    seen.operations("identify " + (status == 204 ? "unknown error" : status))
        .attempts(PUT + status);
  }

  @Test
  void exceptionWithoutReasonIsATimeout() {
    standIn().script(Reply.silence());
    client("BlindClient", "identify", Leaks.ID)
        .threw("Customer.io call failed")
        .operations("identify timeout")
        .attempts(PUT + "timeout");
  }

  @ParameterizedTest
  @CsvSource({"track, false", "trackEvent, null"})
  void caughtExceptionIsAnError(String method, String answer) {
    client("QuietClient", method, Leaks.ID, "ordered").operations("track success");
    for (int status : new int[] {401, 429, 500}) {
      answer(status, 1);
      client("QuietClient", method, Leaks.ID, "ordered")
          .answered(answer)
          .operations("track " + status)
          .attempts(EVENT + status);
    }
    standIn().script(Reply.silence());
    client("QuietClient", method, Leaks.ID, "ordered")
        .answered(answer)
        .operations("track timeout")
        .attempts(EVENT + "timeout");
  }

  @Test
  void notFoundAsEmptyOptional() {
    answer(404, 2);
    client("ThinAppClient", "attributes", Leaks.ID)
        .answered("Optional.empty")
        .operations("app_customers_read 404")
        .attempts(ATTRIBUTES + "404")
        .spanCount(1);
    List<Span> spans =
        client("ThinAppClient", "unsuppressCustomer", Leaks.ID)
            .answered("Optional.empty")
            .operations("unsuppress 404")
            .attempts(ATTRIBUTES + "404")
            .spans(2);
    assertThat(spans).extracting(Span::status).containsExactly(Span.ERROR, Span.ERROR);
    assertThat(spans.get(1).exceptions()).isEmpty();
  }

  @Test
  void clientRetryLoopThatSucceeds() {
    answer(429, 2);
    List<Span> spans =
        client("PatientClient", "identify", Leaks.ID)
            .answered("200")
            .operations("identify success")
            .attempts(PUT + "200", PUT + "429", PUT + "429")
            .spans(4);
    assertThat(resends(spans)).containsExactly(null, "1", "2");
    assertThat(spans).extracting(Span::traceId).containsOnly(spans.get(3).traceId());
    assertThat(spans.subList(0, 3))
        .extracting(Span::parentSpanId)
        .containsOnly(spans.get(3).spanId());
    assertThat(spans.get(3).attributes()).doesNotContainKeys(RESENDS, "error.type");
  }

  @Test
  void clientRetryLoopThatGivesUp() {
    answer(429, 5);
    List<Span> spans =
        client("PatientClient", "identify", Leaks.ID)
            .answered("429")
            .operations("identify 429")
            .attempts(Collections.nCopies(5, PUT + "429").toArray(new String[0]))
            .spans(6);
    assertThat(resends(spans)).containsExactly(null, "1", "2", "3", "4");
    assertThat(spans.get(5).attributes()).containsEntry("error.type", "429");
  }

  @Test
  void clientRetryLoopThatEndsInAnotherError() {
    answer(429, 1);
    answer(503, 1);
    client("PatientClient", "identify", Leaks.ID)
        .answered("503")
        .operations("identify 503")
        .attempts(PUT + "429", PUT + "503");
  }

  @ParameterizedTest
  @ValueSource(strings = {"throughProxy", "throughSubclass"})
  void frameworkRetryIsAnOperationEachTime(String how) {
    answer(500, 1);
    answer(429, 1);
    List<Span> spans =
        watch()
            .call("habits.Checkout", how, Leaks.ID)
            .answered("200")
            .operations("identify 500", "identify 429", "identify success")
            .attempts(PUT + "500", PUT + "429", PUT + "200")
            .spans(6);
    assertThat(resends(spans)).containsExactly(null, null, null);
    assertThat(spans.stream().map(Span::traceId).distinct()).hasSize(3);
  }

  @Test
  void addressFromAProperty() {
    answer(500, 1);
    client("PropertyClient", "identify", Leaks.ID)
        .answered("500")
        .operations("identify 500")
        .attempts(PUT + "500");
  }

  @ParameterizedTest
  @ValueSource(strings = {Leaks.EMAIL, "robin.vale+tag@example.net", Leaks.PHONE, Leaks.ID, "a.b"})
  void unencodedIdentifier(String id) {
    client("JoinedClient", "identify", id)
        .answered("200")
        .operations("identify success")
        .attempts(PUT + "200");
    client("JoinedClient", "put", "/api/v1/customers/" + id)
        .answered("200")
        .operations("identify success")
        .attempts(PUT + "200");
    assertThat(standIn().received()).allMatch(request -> request.target().endsWith("/" + id));
  }

  @ParameterizedTest
  @ValueSource(strings = {Leaks.EMAIL, Leaks.PHONE, Leaks.ID})
  void pathWithMissingOrExtraSlash(String id) {
    String other = "PUT track.customer.io other ";
    client("JoinedClient", "identifyUser", id)
        .answered("200")
        .operations("identify success")
        .attempts(other + "200");
    client("JoinedClient", "updateCustomer", id)
        .operations("identify success")
        .attempts(other + "200");
    answer(404, 1);
    client("JoinedClient", "put", "/api/v1/customers" + id)
        .answered("404")
        .operations("other 404")
        .attempts(other + "404");
    client("JoinedClient", "put", "//api/v1/customers/" + id)
        .operations("other success")
        .attempts(other + "200");
  }

  @Test
  void noSlashAfterTheHost() {
    client("JoinedClient", "upsertCustomer", Leaks.EMAIL)
        .threw("Exception")
        .operations("identify unknown error")
        .attempts()
        .spanCount(1);
    client("JoinedClient", "put", "api/v1/customers/" + Leaks.EMAIL).threw("Exception").nothing();
    assertThat(standIn().received()).isEmpty();
  }

  @Test
  void keysInHeadersBodiesAndPaths() {
    client("PipelinesClient", "identify", Leaks.EMAIL)
        .answered("200")
        .operations("identify success")
        .attempts("POST cdp.customer.io /v1/identify 200");
    Span span =
        client("PipelinesClient", "settings", "key-invented-9f3c77")
            .operations("cdp_settings success")
            .attempts("GET cdp.customer.io /v1/projects/{write_key}/settings 200")
            .span();
    assertThat(span.attribute("url.full"))
        .isEqualTo(at(Hosts.PIPELINES, "/v1/projects/REDACTED/settings"));
    assertThat(standIn().received().get(0).raw()).contains("key-invented-9f3c77", "Basic ");
  }

  @Test
  void redirectIsAResend() {
    standIn().script(Reply.redirect(302, at(Hosts.APP, "/v1/workspaces")), Reply.farewell());
    List<Span> alone =
        client("ThinTrackClient", "region").operations("get_region success").spans(2);
    // Without a client method above, the first attempt is on the operation's own span.
    assertThat(resends(alone)).containsExactly("1", null);
    assertThat(alone.get(0).parentSpanId()).isEqualTo(alone.get(1).spanId());

    standIn()
        .script(
            Reply.redirect(302, at(Hosts.TRACK, "/api/v1/accounts/region?moved=1")),
            Reply.farewell());
    List<Span> beneath =
        client("ThinTrackClient", "upsertCustomer", Leaks.ID)
            .operations("identify success")
            .spans(4);
    // What follows the redirected request is another one.
    assertThat(resends(beneath)).containsExactly(null, "1", null);
  }
}
