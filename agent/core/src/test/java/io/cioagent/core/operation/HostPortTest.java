package io.cioagent.core.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPortTest {
  @ParameterizedTest
  @CsvSource({
    "a,                    a,                  -1,    a",
    "Crm.Acme.example,     crm.acme.example,   -1,    crm.acme.example",
    "crm.acme.example.,    crm.acme.example,   -1,    crm.acme.example",
    "crm.acme.example.:80, crm.acme.example,   80,    crm.acme.example:80",
    "my_service-1:65535,   my_service-1,       65535, my_service-1:65535",
    "10.1.2.3:1,           10.1.2.3,           1,     10.1.2.3:1",
    "[::1],                ::1,                -1,    [::1]",
    "[FE80::1%eth0]:8080,  fe80::1%eth0,       8080,  [fe80::1%eth0]:8080",
    "[::ffff:10.0.0.1]:80, ::ffff:10.0.0.1,    80,    [::ffff:10.0.0.1]:80",
  })
  void parsesValidText(String text, String host, int port, String written) {
    HostPort parsed = HostPort.parse(text);
    assertThat(parsed.host()).isEqualTo(host);
    assertThat(parsed.port()).isEqualTo(port);
    assertThat(parsed).hasToString(written);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        " ", ".", ":", ":80", "a:", "a:0", "a:65536", "a:-1", "a:+1", "a:x", "a:80:80", "a..b",
            ".a",
        "-a", "a-", "a b", "*.a", "a/b", "http://a", "u@a", "::1", "[]", "[", "]", "[::1", "[a]",
        "[1]", "[::1]x", "[::1]:", "[::g]", "[::1%]", "a:999999",
      })
  void rejectsInvalidText(String text) {
    assertThat(HostPort.parse(text)).isNull();
  }
}
