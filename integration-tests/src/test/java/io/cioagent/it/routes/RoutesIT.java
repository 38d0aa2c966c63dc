package io.cioagent.it.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Scrape;
import io.cioagent.it.endpoint.Span;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.BuildAndOldestJdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.watch.Counts;
import io.cioagent.it.watch.WatchedApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of the table on every host that serves it, in every form that identifiers have. */
@BuildAndOldestJdk
class RoutesIT extends WatchedApplication {

  private static final String CONFIGURED = "stand-in.example";
  private static final String CONFIGURED_WITH_PORT = "gateway.example";

  private static final List<String> HOSTS =
      List.of(
          "track-eu.customer.io",
          "track-sdk.customer.io",
          "track-sdk-eu.customer.io",
          "api-eu.customer.io",
          "beta-api.customer.io",
          "beta-api-eu.customer.io",
          "cdp-eu.customer.io",
          CONFIGURED,
          CONFIGURED_WITH_PORT);

  /** Within every identifier, and in nothing that anybody else says. */
  private static final String MARK = "zq51";

  private static final List<String> IDENTIFIERS =
      List.of(
          MARK,
          MARK + "@example.net",
          MARK + "%40example.net",
          MARK + "+tag@example.net",
          MARK + "%2Btag%40example.net",
          "+1555" + MARK,
          "%2B1555" + MARK,
          "cio_" + MARK,
          "id:" + MARK,
          "id%3A" + MARK,
          "email:" + MARK + "@example.net",
          "email:" + MARK + "%40example.net",
          "a%2F" + MARK,
          "%2f" + MARK + "%2Fevents",
          MARK + "%20b",
          MARK + " b",
          "caf\u00e9-" + MARK,
          "caf%C3%A9-" + MARK,
          "\u5ba2" + MARK,
          MARK + ";jsessionid=1",
          MARK + ",a=b&c=d",
          MARK + ":APA91bF_-token",
          "{" + MARK + "}",
          "%zz" + MARK,
          ".." + MARK + "..",
          "events",
          "customers",
          "devices",
          "api",
          "v1",
          "attributes",
          "triggers",
          "..");

  private static final List<String> QUERIES =
      List.of("", "?id_type=email", "?email=" + MARK + "@example.net&x=/events", "?", "#/" + MARK);

  @Override
  protected RunningJvm start(Jvm jvm) {
    return jvm.option(Hosts.option(HOSTS))
        .setting("hosts", CONFIGURED + "," + CONFIGURED_WITH_PORT + ":" + standIn().port())
        .agent()
        .classPath(Build.java8Apps())
        .start("io.cioagent.it.apps.RoutesApp");
  }

  /**
   * What the agent has to say about one request.
   *
   * @param row null where the request is none of the table's
   * @param api null if even the host does not show it
   */
  private record Expected(String method, String target, Row row, String api) {

    static Expected of(Row row, String target) {
      return new Expected(row.method(), target, row, row.api());
    }

    String operation() {
      return row == null ? "other" : row.operation();
    }

    String template() {
      return row == null ? null : row.template();
    }

    String attempt(String host) {
      String label = row == null ? "other" : row.template();
      return String.join(" ", method, host, label, "200");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "track, track.customer.io",
    "track, track-eu.customer.io",
    "track, track-sdk.customer.io",
    "track, track-sdk-eu.customer.io",
    "app,   api.customer.io",
    "app,   api-eu.customer.io",
    "app,   beta-api.customer.io",
    "app,   beta-api-eu.customer.io",
    "cdp,   cdp.customer.io",
    "cdp,   cdp-eu.customer.io",
    "any,   stand-in.example",
    "any,   gateway.example",
  })
  void everyRowOnItsHosts(String hosts, String host) throws IOException {
    List<Row> rows =
        Row.all().stream()
            // Where any API is served, the same request need not come twice.
            .filter(row -> hosts.equals("any") ? !isRepeated(row) : row.hosts().equals(hosts))
            .toList();
    List<Expected> expected = new ArrayList<>();
    for (Row row : rows) {
      int turn = expected.size() + host.length();
      String identifier = IDENTIFIERS.get(turn % IDENTIFIERS.size());
      expected.add(Expected.of(row, row.path(identifier) + QUERIES.get(turn % QUERIES.size())));
    }
    Row some = rows.stream().filter(Row::hasIdentifier).findFirst().orElseThrow();
    for (String identifier : IDENTIFIERS) {
      expected.add(Expected.of(some, some.path(identifier)));
    }
    assertSeen(host, expected);
  }

  private static boolean isRepeated(Row row) {
    return row.group().equals("app_on_track_host");
  }

  @ParameterizedTest
  @CsvSource({
    "track, track.customer.io",
    "track, track-eu.customer.io",
    "app,   api.customer.io",
    "app,   beta-api-eu.customer.io",
    "pipelines, cdp.customer.io",
    ", stand-in.example",
  })
  void unknownRouteIsOther(String api, String host) throws IOException {
    List<Expected> expected = new ArrayList<>();
    for (String target :
        List.of(
            "",
            "/",
            "//",
            "?" + MARK,
            "/api/v1/customers" + MARK,
            "/api/v1customers/" + MARK,
            "/api/v1/customers/",
            "/api/v1/customers//",
            "/api/v1/customers//devices",
            "/api/v1/customers/" + MARK + "/",
            "/api/v1//customers/" + MARK,
            "//api/v1/customers/" + MARK,
            "/api/v1/customers/" + MARK + "/devices/",
            "/api/v1/customers/" + MARK + "/" + MARK,
            "/API/V1/customers/" + MARK,
            "/proxy/api/v1/customers/" + MARK,
            "/v1/snippets/",
            "/v1/assets/files//",
            "/v1/assets//files/" + MARK,
            "/v1/projects/" + MARK + "/settings",
            "/" + MARK)) {
      expected.add(new Expected("PUT", target, null, api));
    }
    assertSeen(host, expected);
  }

  @Test
  void configuredHostOnAnotherPortIsIgnored() throws IOException {
    try (StandIn other = StandIn.http()) {
      watch()
          .ask("requests", file(List.of("PUT\t" + other.at(CONFIGURED_WITH_PORT) + "/v1/segments")))
          .answered("{200=1}")
          .nothing();
      watch()
          .ask("requests", file(List.of("GET\t" + other.at(CONFIGURED) + "/v1/segments")))
          .answered("{200=1}")
          .operations("app_segments_read success")
          .attempts("GET stand-in.example /v1/segments 200");
    }
  }

  private void assertSeen(String host, List<Expected> expected) throws IOException {
    Scrape before = watch().assertNothingLate();
    List<String> lines =
        expected.stream().map(each -> each.method() + "\t" + at(host, each.target())).toList();
    assertThat(jvm().ask("requests", file(lines))).isEqualTo("= {200=" + lines.size() + "}");
    Counts counts = Counts.between(before, watch().endpoint().scrape());
    watch().forget();

    assertThat(counts.operations())
        .isEqualTo(sorted(expected.stream().map(each -> each.operation() + " success").toList()));
    assertThat(counts.attempts())
        .isEqualTo(sorted(expected.stream().map(each -> each.attempt(host)).toList()));
    assertThat(counts.contradictions()).isEmpty();

    List<Span> spans = watch().endpoint().spans();
    spans = spans.subList(spans.size() - expected.size(), spans.size());
    for (int i = 0; i < spans.size(); i++) {
      assertSpan(spans.get(i), expected.get(i), host);
    }
    assertNoIdentifier("/metrics");
    assertNoIdentifier("/spans");
  }

  private void assertSpan(Span span, Expected expected, String host) {
    assertThat(span.name()).as("%s", expected).isEqualTo("customerio." + expected.operation());
    assertThat(span.attribute("customerio.operation")).isEqualTo(expected.operation());
    assertThat(span.attribute("customerio.api")).as("%s", expected).isEqualTo(expected.api());
    assertThat(span.attribute("url.template")).isEqualTo(expected.template());
    assertThat(span.attribute("server.address")).isEqualTo(host);
    String path =
        expected.row() == null
            ? "/REDACTED"
            : expected.template().replaceAll("\\{[^}]*}", "REDACTED");
    String target = expected.target().replaceAll("#.*", "");
    assertThat(span.attribute("url.full"))
        .as("%s", expected)
        .isEqualTo(at(host, path) + (target.contains("?") ? "?REDACTED" : ""));
    assertThat(span.attributes()).doesNotContainKeys("customerio.user.id", "error.type");
  }

  private void assertNoIdentifier(String page) {
    String text = watch().endpoint().text(page).toLowerCase(Locale.ROOT);
    assertThat(text.contains(MARK)).as("%s shows an identifier", page).isFalse();
  }

  private static List<String> sorted(List<String> lines) {
    List<String> sorted = new ArrayList<>(lines);
    Collections.sort(sorted);
    return sorted;
  }

  private static String file(List<String> lines) throws IOException {
    Path file = Build.scratch("routes").resolve("requests");
    return Files.write(file, lines).toString();
  }
}
