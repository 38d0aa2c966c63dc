package io.cioagent.core.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.operation.ReferenceTable.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the table on every host that serves it, with every form of identifier. */
class EveryRouteTest {
  private static final String CONFIGURED = "stand-in.example";
  private static final String CONFIGURED_WITH_PORT = "gateway.example";
  private static final int PORT = 8443;

  private static final Hosts KNOWN_HOSTS =
      new Hosts(Arrays.asList(CONFIGURED, CONFIGURED_WITH_PORT + ":" + PORT, "10.0.0.7", "[::1]"));
  private static final Routes ROUTES = Routes.load();

  /** Hosts by API: both regions, the hosts that old clients use, and configured hosts. */
  private static final Map<String, List<String>> HOSTS = new LinkedHashMap<>();

  static {
    HOSTS.put(
        "track",
        Arrays.asList(
            "track.customer.io",
            "track-eu.customer.io",
            "track-sdk.customer.io",
            "track-sdk-eu.customer.io",
            "TRACK.Customer.IO."));
    HOSTS.put(
        "app",
        Arrays.asList(
            "api.customer.io",
            "api-eu.customer.io",
            "beta-api.customer.io",
            "beta-api-eu.customer.io"));
    HOSTS.put("cdp", Arrays.asList("cdp.customer.io", "cdp-eu.customer.io"));
    HOSTS.put(
        ReferenceTable.ANY_API,
        Arrays.asList(CONFIGURED, CONFIGURED_WITH_PORT, "10.0.0.7", "[::1]"));
    HOSTS.put(
        "none",
        Arrays.asList("mcp.customer.io", "mcp-eu.customer.io", "us.fly.customer.io", "a.example"));
  }

  private static final List<String> IDENTIFIERS =
      Collections.unmodifiableList(
          Arrays.asList(
              "42",
              "cust-5512",
              "0b7c1f6e-9c1d-4a52-8d55-2f9f4c1f0a77",
              "01HZX3T9M5Q2V7W8Y6K4N1P0RC",
              "robin.vale@example.net",
              "robin.vale%40example.net",
              "robin+tag@example.net",
              "robin%2Btag%40example.net",
              "+15550100233",
              "%2B15550100233",
              "cio_a1b2c3",
              "id:42",
              "id%3A42",
              "email:robin.vale@example.net",
              "email:robin.vale%40example.net",
              "cio_id:a1b2c3",
              "a%2Fb",
              "a%2fevents",
              "%2F",
              "%2F%2F",
              "a%20b",
              "a b",
              "a+b",
              "caf\u00e9",
              "caf%C3%A9",
              "\u5ba2\u6237",
              "\ud83d\ude80",
              "\u0000",
              "a\\b",
              "a;jsessionid=1",
              "a=b&c=d",
              "a,b",
              "a:b:APA91bF_-token",
              "(a)",
              "{identifier}",
              "{",
              "%",
              "%zz",
              "%00",
              ".",
              "..",
              "a.b",
              "*",
              "api",
              "v1",
              "v2",
              "customers",
              "events",
              "devices",
              "suppress",
              "send",
              "email",
              "attributes",
              "triggers",
              "errors",
              "metrics",
              "links",
              "language",
              "settings",
              "import",
              "start",
              "other",
              "null"));

  private static final List<String> ENDS =
      Collections.unmodifiableList(
          Arrays.asList(
              "",
              "?",
              "?id_type=email",
              "?email=robin.vale@example.net",
              "?customer_id=a/b&name=c",
              "?x=/events",
              "#",
              "#/events",
              "?a#b",
              "#a?b"));

  private static final Set<String> LABELS = labels();

  private static Set<String> labels() {
    Set<String> labels = new HashSet<>();
    labels.add("other");
    ReferenceTable.ROWS.forEach(row -> labels.add(row.template));
    ReferenceTable.ROWS_BELOW_THE_EXTRA_SEGMENT.forEach(row -> labels.add(row.template));
    return labels;
  }

  static List<Row> rows() {
    return ReferenceTable.ROWS;
  }

  static List<Row> rowsBelowTheExtraSegment() {
    return ReferenceTable.ROWS_BELOW_THE_EXTRA_SEGMENT;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"rows", "rowsBelowTheExtraSegment"})
  void everyRowMatchesOnEveryHostWithEveryIdentifier(Row row) {
    List<String> wrong = new ArrayList<>();
    List<String> hosts = new ArrayList<>(HOSTS.get(row.hosts()));
    hosts.addAll(HOSTS.get(ReferenceTable.ANY_API));
    for (String host : hosts) {
      for (String identifier : IDENTIFIERS) {
        for (String end : ENDS) {
          Route route = match(row.method, host, row.path(identifier) + end);
          if (!is(route, row)) {
            wrong.add(host + row.path(identifier) + end + " is " + route);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean is(Route route, Row row) {
    return route.operation().name().equals(row.operation)
        && route.api() == row.api()
        && row.template.equals(route.template())
        && row.template.equals(route.templateLabel());
  }

  private static Route match(String method, String host, String path) {
    int port = host.equals(CONFIGURED_WITH_PORT) ? PORT : -1;
    return ROUTES.match(method, KNOWN_HOSTS.find(host, port), path);
  }

  /** Mistakes of hand-written clients in a path: some match another row, most match none. */
  private static Set<String> malformed(Row row, String identifier) {
    String path = row.path(identifier);
    Set<String> malformed = new HashSet<>();
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      malformed.add(path.substring(0, slash) + path.substring(slash + 1));
      malformed.add(path.substring(0, slash) + "/" + path.substring(slash));
      malformed.add(path.substring(0, slash) + "%2F" + path.substring(slash + 1));
      malformed.add(path.substring(0, slash) + "\\" + path.substring(slash + 1));
      malformed.add(path.substring(0, slash));
      malformed.add(path.substring(0, slash + 1));
    }
    malformed.add(path + "/");
    malformed.add(path + "//");
    malformed.add(path + "/more");
    malformed.add(path + " ");
    malformed.add(path.toUpperCase(java.util.Locale.ROOT));
    malformed.add("/v1/api" + path);
    malformed.add("/proxy" + path);
    malformed.add("https://track.customer.io" + path);
    malformed.add("?" + path);
    malformed.add(row.path(""));
    malformed.add(row.path("a/b"));
    malformed.add(row.path("/"));
    malformed.add(row.path("?"));
    malformed.add(row.path("#"));
    return malformed;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void malformedPathsOnEveryHost(Row row) {
    List<String> wrong = new ArrayList<>();
    for (String identifier : Arrays.asList("cust-5512", "robin+tag@example.net", "events")) {
      for (String path : malformed(row, identifier)) {
        for (Map.Entry<String, List<String>> family : HOSTS.entrySet()) {
          Row expected = ReferenceTable.find(row.method, family.getKey(), path);
          for (String host : family.getValue()) {
            Route route = match(row.method, host, path);
            boolean right = expected == null ? isOther(route) : is(route, expected);
            if (!right || !LABELS.contains(route.templateLabel())) {
              wrong.add(host + " " + path + " is " + route + ", not " + expected);
            }
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean isOther(Route route) {
    return route.operation() == Operation.OTHER
        && route.template() == null
        && route.templateLabel().equals("other");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void rowsDoNotMatchOtherMethodsAndHosts(Row row) {
    String path = row.path("cust-5512");
    for (String method : Arrays.asList("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "put")) {
      for (Map.Entry<String, List<String>> family : HOSTS.entrySet()) {
        Row expected = ReferenceTable.find(method, family.getKey(), path);
        for (String host : family.getValue()) {
          Route route = match(method, host, path);
          assertThat(expected == null ? isOther(route) : is(route, expected))
              .as("%s %s%s is %s, not %s", method, host, path, route, expected)
              .isTrue();
        }
      }
    }
    assertThat(isOther(ROUTES.match(row.method, KNOWN_HOSTS.find(CONFIGURED_WITH_PORT, -1), path)))
        .as("the configured host on another port")
        .isTrue();
  }
}
