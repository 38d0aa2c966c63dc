package io.cioagent.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedUrlTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "https, h.io, -1,   /api/v1/customers/{identifier}/events, true,"
            + " https://h.io/api/v1/customers/REDACTED/events?REDACTED",
        "https, h.io, 443,  /c/{a}/d/{b}, false, https://h.io/c/REDACTED/d/REDACTED",
        "http,  h.io, 80,   /api/v1/events, false, http://h.io/api/v1/events",
        "http,  h.io, 443,  /, false, http://h.io:443/",
        "https, h.io, 80,   /, false, https://h.io:80/",
        "HTTPS, h.io, 443,  /, false, HTTPS://h.io/",
        "https, h.io, 8443, -, false, https://h.io:8443/REDACTED",
        "https, h.io, -1,   -, true,  https://h.io/REDACTED?REDACTED",
        "-,     h.io, 0,    -, false, https://h.io/REDACTED",
        "https, -,    -1,   /, false, https://unknown/",
        "http,  ::1,  8080, /, false, http://[::1]:8080/",
        "http,  [::1],8080, /, false, http://[::1]:8080/",
        "https, h.io, -1,   /a/{b, false, https://h.io/a/{b",
      })
  void masksIdentifiersAndQuery(
      String scheme, String host, int port, String template, boolean hasQuery, String expected) {
    assertThat(MaskedUrl.full(scheme, host, port, template, hasQuery)).isEqualTo(expected);
  }
}
