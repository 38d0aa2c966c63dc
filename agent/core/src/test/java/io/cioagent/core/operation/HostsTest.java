package io.cioagent.core.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {
  private static final Hosts BUILT_IN = new Hosts(Collections.emptyList());
  private static final Hosts CONFIGURED =
      new Hosts(
          Arrays.asList(
              "crm.acme.example",
              "Gateway.acme.example:8443",
              "secure.acme.example:443",
              "localhost:8080",
              "localhost:9090",
              "[::1]:8080",
              "10.0.0.7",
              "api.customer.io:1",
              "not a host",
              null));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "track.customer.io",
        "track-eu.customer.io",
        "track-sdk.customer.io",
        "track-sdk-eu.customer.io",
        "api.customer.io",
        "api-eu.customer.io",
        "beta-api.customer.io",
        "beta-api-eu.customer.io",
        "cdp.customer.io",
        "cdp-eu.customer.io",
        "mcp.customer.io",
        "mcp-eu.customer.io",
        "us.fly.customer.io",
        "eu.fly.customer.io",
      })
  void builtInHostsMatchOnAnyPortInAnyCase(String host) {
    for (int port : new int[] {-1, 0, 80, 443, 8080, 65_535}) {
      assertThat(BUILT_IN.contains(host, port)).isTrue();
      assertThat(BUILT_IN.contains(host.toUpperCase(Locale.ROOT), port)).isTrue();
      assertThat(BUILT_IN.contains(host + ".", port)).isTrue();
    }
    assertThat(BUILT_IN.find(host, 443).name()).isEqualTo(host);
    assertThat(BUILT_IN.find(host.toUpperCase(Locale.ROOT) + ".", 443).name()).isEqualTo(host);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        ".",
        "..",
        "[]",
        "[].",
        "]",
        "customer.io",
        ".customer.io",
        "foo.customer.io",
        "track.customer.io..",
        ".track.customer.io",
        "xtrack.customer.io",
        "track.customer.io.evil.example",
        "track.customer.ioo",
        "trackXcustomer.io",
        "track-us.customer.io",
        "consumer.inapp.customer.io",
        "engine.api.gist.build",
        "assets.customer.io",
        "localhost",
        "api.stripe.com",
        "sk.customer.io.customer.io",
        "track.customer.io:443",
        "\u0130pi.customer.io",
      })
  void otherHostsDoNotMatch(String host) {
    assertThat(BUILT_IN.contains(host, -1)).isFalse();
    assertThat(BUILT_IN.contains(host, 443)).isFalse();
    assertThat(BUILT_IN.find(host, 443)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "crm.acme.example,     -1,   true",
    "crm.acme.example,     8080, true",
    "CRM.acme.example.,    80,   true",
    "gateway.acme.example, 8443, true",
    "gateway.acme.example, 443,  false",
    "gateway.acme.example, -1,   false",
    "secure.acme.example,  443,  true",
    "secure.acme.example,  -1,   true",
    "secure.acme.example,  80,   false",
    "localhost,            8080, true",
    "localhost,            9090, true",
    "localhost,            9091, false",
    "localhost,            -1,   false",
    "::1,                  8080, true",
    "[::1],                8080, true",
    "[::1],                8081, false",
    "[::2],                8080, false",
    "10.0.0.7,             80,   true",
    "10.0.0.70,            80,   false",
    "api.customer.io,      2,    true",
  })
  void configured(String host, int port, boolean expected) {
    assertThat(CONFIGURED.contains(host, port)).isEqualTo(expected);
  }

  @Test
  void configuredHostsHaveCanonicalNames() {
    assertThat(CONFIGURED.find("GATEWAY.acme.example", 8443).name())
        .isEqualTo("gateway.acme.example");
    assertThat(CONFIGURED.find("[::1]", 8080).name()).isEqualTo("::1");
    assertThat(CONFIGURED.find("LOCALHOST.", 8080).name()).isEqualTo("localhost");
  }

  @Test
  void builtInHostsTakePrecedenceOverConfiguredOnes() {
    assertThat(CONFIGURED.find("api.customer.io", 1).family).isSameAs(HostFamily.APP);
    assertThat(CONFIGURED.find("localhost", 8080).family).isSameAs(HostFamily.CONFIGURED);
  }

  @Test
  void nullListAndVeryLongHostsAreAccepted() {
    char[] letters = new char[100_000];
    Arrays.fill(letters, 'o');
    String longHost = new String(letters);
    assertThat(new Hosts(null).contains(longHost, -1)).isFalse();
    assertThat(new Hosts(Collections.singletonList(longHost)).contains(longHost, -1)).isFalse();
    String longest = longHost.substring(0, 253);
    assertThat(new Hosts(Collections.singletonList(longest)).contains(longest, -1)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "track.customer.io, 80, true",
    "Track.Customer.IO:8443, 80, true",
    "track.customer.io.:1, 80, true",
    "api.stripe.com, 80, false",
    "api.stripe.com:443, 80, false",
    "gateway.acme.example:8443, 80, true",
    "gateway.acme.example, 8443, true",
    "gateway.acme.example, 80, false",
    "gateway.acme.example:x, 8443, false",
    "gateway.acme.example:99999999999, 8443, false",
    "[::1]:8080, 80, true",
    "[::1], 8080, true",
    "[::1]:8081, 8080, false",
    "'', 80, false",
    ":80, 80, false",
  })
  void authorityInText(String authority, int defaultPort, boolean expected) {
    assertThat(CONFIGURED.containsAuthority(authority, 0, authority.length(), defaultPort))
        .isEqualTo(expected);
    CharSequence text = CharBuffer.wrap("http://" + authority + "/track:1?q=]");
    assertThat(CONFIGURED.containsAuthority(text, 7, 7 + authority.length(), defaultPort))
        .isEqualTo(expected);
  }
}
