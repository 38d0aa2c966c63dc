package io.cioagent.it.habits;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Span;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.watch.Leaks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients make of addresses and keys, with every HTTP library. */
abstract class AddressHabits extends HabitsApplication {

  @Test
  void anAddressFromAProperty() {
    answer(500, 1);
    client("PropertyClient", "identify", Leaks.ID)
        .answered("500")
        .operations("identify 500")
        .attempts(PUT + "500");
  }

  @ParameterizedTest
  @ValueSource(strings = {Leaks.EMAIL, "robin.vale+tag@example.net", Leaks.PHONE, Leaks.ID, "a.b"})
  void anIdentifierThatNobodyEncoded(String id) {
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
  void aPathWithASlashTooFewOrTooMany(String id) {
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
        .operations("identify unknown")
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
  void aRedirectIsAResend() {
    standIn().script(Reply.redirect(302, at(Hosts.APP, "/v1/workspaces")));
    List<Span> alone =
        client("ThinTrackClient", "region").operations("get_region success").spans(2);
    // Without a client method above, the first attempt is on the operation's own span.
    assertThat(resends(alone)).containsExactly("1", null);
    assertThat(alone.get(0).parentSpanId()).isEqualTo(alone.get(1).spanId());

    standIn().script(Reply.redirect(302, at(Hosts.TRACK, "/api/v1/accounts/region?moved=1")));
    List<Span> beneath =
        client("ThinTrackClient", "upsertCustomer", Leaks.ID)
            .operations("identify success")
            .spans(4);
    // What follows the redirected request is another one.
    assertThat(resends(beneath)).containsExactly(null, "1", null);
  }
}
