package io.cioagent.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
  private static final String TRACK_HOST = "track.customer.io";
  private static final String CONFIGURED_HOST = "stand-in.local";
  private static final Hosts HOSTS =
      new Hosts(Collections.singletonList(CONFIGURED_HOST + ":8080"));
  private static final Routes ROUTES = Routes.load();

  private static Route match(String method, String host, int port, String path) {
    return ROUTES.match(method, HOSTS.find(host, port), path);
  }

  static Stream<String[]> rows() throws IOException {
    List<String[]> rows = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                RoutesTest.class.getResourceAsStream("routes.tsv"), StandardCharsets.UTF_8))) {
      in.readLine();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        rows.add(Arrays.copyOf(line.split("\t", -1), 4));
      }
    }
    assertThat(rows).hasSize(229);
    return rows.stream();
  }

  private static List<String> hosts(String group) {
    if (group.startsWith("cdp")) {
      return Arrays.asList("cdp.customer.io", "cdp-eu.customer.io");
    }
    if (group.startsWith("track") || group.equals("app_on_track_host")) {
      return Arrays.asList(
          TRACK_HOST, "track-eu.customer.io", "track-sdk.customer.io", "track-sdk-eu.customer.io");
    }
    return Arrays.asList(
        "api.customer.io", "api-eu.customer.io", "beta-api.customer.io", "beta-api-eu.customer.io");
  }

  private static Api api(String group) {
    if (group.startsWith("cdp")) {
      return Api.PIPELINES;
    }
    return group.startsWith("track") ? Api.TRACK : Api.APP;
  }

  private static String path(String template) {
    return template.replaceAll("\\{[^}]*}", "x-1");
  }

  @ParameterizedTest(name = "{1} {2}")
  @MethodSource("rows")
  void everyRowMatchesOnItsHostsInBothRegions(
      String group, String method, String template, String operation) {
    for (String host : hosts(group)) {
      assertMatches(match(method, host, -1, path(template)), group, template, operation);
    }
    assertMatches(match(method, CONFIGURED_HOST, 8080, path(template)), group, template, operation);
  }

  private static void assertMatches(Route route, String group, String template, String operation) {
    assertThat(route.operation().name()).isEqualTo(operation);
    assertThat(route.template()).isEqualTo(template).isEqualTo(route.templateLabel());
    assertThat(route.api()).isEqualTo(api(group));
  }

  @ParameterizedTest(name = "{1} {2}")
  @MethodSource("rows")
  void appRowsMatchBelowTheExtraSegment(
      String group, String method, String template, String operation) {
    if (group.equals("app")) {
      String longer = "/v1/api" + template.substring("/v1".length());
      for (String host : hosts(group)) {
        assertMatches(match(method, host, 443, path(longer)), group, longer, operation);
      }
      assertThat(match(method, TRACK_HOST, -1, path(longer)).template()).isNull();
    }
  }

  @ParameterizedTest(name = "{1} {2}")
  @MethodSource("rows")
  void noRowMatchesOnHostsOfAnotherFamily(
      String group, String method, String template, String operation) {
    assertOther(match(method, "mcp.customer.io", -1, path(template)), null);
    assertOther(match(method, "us.fly.customer.io", -1, path(template)), null);
    assertOther(match(method, "api.example.com", -1, path(template)), null);
    if (!group.startsWith("cdp")) {
      assertOther(match(method, "cdp.customer.io", -1, path(template)), Api.PIPELINES);
    }
    if (group.startsWith("track_v")) {
      assertOther(match(method, "api-eu.customer.io", -1, path(template)), Api.APP);
    }
    if (group.startsWith("cdp")) {
      assertOther(match(method, "track.customer.io", -1, path(template)), Api.TRACK);
    }
    assertThat(operation).isNotEmpty();
  }

  private static void assertOther(Route route, Api api) {
    assertThat(route.operation()).isSameAs(Operation.OTHER);
    assertThat(route.template()).isNull();
    assertThat(route.templateLabel()).isEqualTo("other");
    assertThat(route.api()).isEqualTo(api);
  }

  static List<String> identifiers() {
    char[] letters = new char[10_000];
    Arrays.fill(letters, 'a');
    return Arrays.asList(
        "42",
        "a%2Fb",
        "%2F",
        "john@example.com",
        "john+tag%40example.com",
        "a.b",
        "..",
        "events",
        "customers",
        "{identifier}",
        "caf\u00e9",
        "a b",
        "a;b=c",
        new String(letters));
  }

  @ParameterizedTest
  @MethodSource("identifiers")
  void identifierIsOneSegment(String identifier) {
    String customer = "/api/v1/customers/" + identifier;
    assertRoute("PUT", customer, "identify", "/api/v1/customers/{identifier}");
    assertRoute("POST", customer + "/events", "track", "/api/v1/customers/{identifier}/events");
    assertRoute(
        "DELETE",
        customer + "/devices/" + identifier,
        "delete_device",
        "/api/v1/customers/{identifier}/devices/{device_id}");
  }

  private static void assertRoute(String method, String path, String operation, String template) {
    Route route = match(method, TRACK_HOST, -1, path);
    assertThat(route.operation().name()).isEqualTo(operation);
    assertThat(route.template()).isEqualTo(template);
  }

  @ParameterizedTest
  @CsvSource({
    "PUT,  /api/v1/customers/1?a=b/c,        /api/v1/customers/{identifier}",
    "PUT,  /api/v1/customers/1#a/b,          /api/v1/customers/{identifier}",
    "PUT,  /api/v1/customers/1#a?b/c,        /api/v1/customers/{identifier}",
    "POST, /api/v1/customers/1/events?x=/y,  /api/v1/customers/{identifier}/events",
    "GET,  /api/v1/accounts/region?,         /api/v1/accounts/region",
  })
  void queriesAndFragmentsAreCut(String method, String path, String template) {
    assertThat(match(method, TRACK_HOST, -1, path).template()).isEqualTo(template);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /v1/customers/attributes,             /v1/customers/attributes",
    "GET,  /v1/customers/attributes/attributes,  /v1/customers/{customer_id}/attributes",
    "GET,  /v1/customers/me/attributes,          /v1/customers/{customer_id}/attributes",
    "POST, /v1/live_notifications/start,         /v1/live_notifications/start",
    "GET,  /v1/live_notifications/start,         /v1/live_notifications/{instance_id}",
    "GET,  /v1/campaigns/7,                      /v1/campaigns/{campaign_id}",
    "POST, /v1/campaigns/7/triggers,             /v1/campaigns/{broadcast_id}/triggers",
    "POST, /v1/api/campaigns/7/triggers,         /v1/api/campaigns/{broadcast_id}/triggers",
    "GET,  /v1/api/campaigns/7,                  /v1/api/campaigns/{campaign_id}",
  })
  void literalSegmentsTakePrecedenceButHideNoRoute(String method, String path, String template) {
    assertThat(match(method, "api.customer.io", -1, path).template()).isEqualTo(template);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "/",
        "//",
        "?",
        "#",
        "/?",
        "*",
        "api/v1/customers/1",
        "http://track.customer.io/api/v1/customers/1",
        "/api",
        "/api/v1",
        "/api/v1/",
        "/api/v1/customers",
        "/api/v1/customers/",
        "/api/v1/customers/?x",
        "/api/v1/customers//",
        "/api/v1/customers/1/",
        "//api/v1/customers/1",
        "/api//v1/customers/1",
        "/API/v1/customers/1",
        "/api/v1/customers/1/2",
        "/api/v1/customers/1%2Fevents%3f",
        "/v1/api",
        "/v1/api/",
        "/v1/api/api/send/email",
      })
  void malformedPathsAreOther(String path) {
    assertOther(match("GET", TRACK_HOST, -1, path), Api.TRACK);
    assertOther(match("POST", "api.customer.io", -1, path), Api.APP);
    assertOther(match("PATCH", CONFIGURED_HOST, 8080, path), null);
  }

  @Test
  void unknownMethodsAreOther() {
    String path = "/api/v1/customers/1";
    assertOther(match(null, TRACK_HOST, -1, path), Api.TRACK);
    assertOther(match("", TRACK_HOST, -1, path), Api.TRACK);
    assertOther(match("put", TRACK_HOST, -1, path), Api.TRACK);
    assertOther(match("PUT", null, -1, path), null);
    assertOther(match("PUT", CONFIGURED_HOST, 8081, path), null);
  }

  @Test
  void veryLongSegmentsAreAccepted() {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < 50_000; i++) {
      path.append("/v1");
    }
    assertThatCode(() -> assertOther(match("GET", TRACK_HOST, -1, path.toString()), Api.TRACK))
        .doesNotThrowAnyException();
  }

  @Test
  void trailingSlashMatchesOnlyIfTheTableHasOne() {
    assertThat(match("POST", "cdp.customer.io", -1, "/v1/import/").template())
        .isEqualTo("/v1/import/");
    assertThat(match("POST", "cdp.customer.io", -1, "/v1/import").template())
        .isEqualTo("/v1/import");
    assertThat(match("POST", "cdp.customer.io", -1, "/v1/batch/").template()).isNull();
  }

  @Test
  void templatesAreBoundedAndContainNoIdentifiers() throws IOException {
    Set<String> labels = new HashSet<>();
    rows().forEach(row -> labels.add(row[2]));
    for (String identifier : identifiers()) {
      Route route = match("PUT", TRACK_HOST, -1, "/api/v1/customers/" + identifier);
      assertThat(labels).contains(route.templateLabel());
    }
  }
}
