package io.cioagent.it.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Sample;
import io.cioagent.it.endpoint.Scrape;
import io.cioagent.it.endpoint.Span;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.EveryJdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.watch.CommandResult;
import io.cioagent.it.watch.Leaks;
import io.cioagent.it.watch.WatchedApplication;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as hand-written clients make them; none may become a label or an exception. */
@EveryJdk
class OddAddressesIT extends WatchedApplication {

  @Override
  protected RunningJvm start(Jvm jvm) {
    return jvm.agent()
        .classPath(Build.java8Apps())
        .start("io.cioagent.it.apps.ClientsApp", at(Hosts.TRACK, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "'', other",
    "/, other",
    "?token=tok-invented-77d1, other",
    "#fragment, other",
    "//api/v1/customers/cust-5512, other",
    "/api/v1/customers/, other",
    "/api/v1/customers, other",
    "/api/v1/customers/cust-5512/unheard-of, other",
    "/api/v9/nothing/robin.vale@example.net, other",
    "/api/v1/customers/a%2Fb, identify",
    "/api/v1/customers/a%2Fb%2Fevents, identify",
    "/api/v1/customers/robin.vale@example.net, identify",
    "/api/v1/customers/robin.vale%40example.net, identify",
    "/api/v1/customers/+15550100233, identify",
    "/api/v1/customers/events, identify",
    "/api/v1/customers/cust-5512?token=tok-invented-77d1, identify",
    "/api/v1/customers/cust-5512#/events, identify",
    "/api/v1/customers/%zz, identify",
    "/api/v1/customers/{identifier}, identify",
  })
  void rawPathDecides(String path, String operation) {
    CommandResult seen = ask(path).answered("200").operations(operation + " success");
    assertBounded(seen.scrape());
    assertThat(seen.spans(1).get(0).attributes())
        .containsEntry("customerio.operation", operation)
        .containsKey("url.full");
  }

  @Test
  void identifierOfTenThousandCharacters() {
    CommandResult seen = ask("/api/v1/customers/" + "x".repeat(10_000)).answered("200");
    Span span = seen.operations("identify success").span();
    assertThat(span.attribute("url.full")).hasSizeLessThan(500);
    assertBounded(seen.scrape());
  }

  @Test
  void userIdOfTenThousandCharacters() {
    CommandResult seen = watch().call("customerio.Arguments", "identify", "x".repeat(10_000));
    List<Span> spans = seen.answered("string").operations("identify unknown").spans(1);
    assertThat(spans.get(0).attributes().toString()).hasSizeLessThan(5_000);
  }

  @Test
  void pathWithAThousandSegments() {
    CommandResult seen = ask("/a".repeat(1_000)).answered("200").operations("other success");
    assertBounded(seen.scrape());
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "OPTIONS"})
  void methodWithoutRoute(String method) {
    watch()
        .ask("url", "code", method, at(Hosts.TRACK, "/api/v1/customers/5"), "")
        .answered("200")
        .operations("other success");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PATCH", "BREW"})
  void methodRefusedByTheJdk(String method) {
    watch()
        .ask("url", "code", method, at(Hosts.TRACK, "/api/v1/customers/5"), "")
        .threw("ProtocolException")
        .nothing();
  }

  @Test
  void credentialsInTheAddress() {
    String address = at("site:key-invented-9f3c77@" + Hosts.TRACK, "/api/v1/customers/5");
    CommandResult seen = watch().ask("url", "code", "PUT", address, "{}").answered("200");
    Span span = seen.operations("identify success").span();
    assertThat(span.attributes()).containsEntry("server.address", Hosts.TRACK);
    assertThat(span.attribute("url.full")).doesNotContain("key-invented", "site:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u0000", "ünïcode", "a\"b\\c"})
  void unusualUserId(String id) {
    watch()
        .call("customerio.Arguments", "identify", id)
        .answered("string")
        .operations("identify unknown")
        .spanCount(1);
  }

  private CommandResult ask(String path) {
    return watch().ask("url", "code", "PUT", at(Hosts.TRACK, path), "{}");
  }

  /** Every value of a label is from a vocabulary, however odd the traffic was. */
  private static void assertBounded(Scrape scrape) {
    for (Sample sample : scrape.samples()) {
      if (!sample.name().equals("target_info")) {
        assertThat(sample.labels().toString())
            .hasSizeLessThan(300)
            .doesNotContain(Leaks.ID, "xxxxxxxx", "unheard-of", "%2F", "%zz", "/a/a", "fragment");
      }
    }
  }
}
