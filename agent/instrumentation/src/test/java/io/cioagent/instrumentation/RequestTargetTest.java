package io.cioagent.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTargetTest {

  @ParameterizedTest
  @CsvSource({
    "/api/v1/customers/1, /api/v1/customers/1",
    "/api?next=https://example.com/a, /api?next=https://example.com/a",
    "https://track.customer.io/api/v1/customers/1?a=b, /api/v1/customers/1?a=b",
    "https://user@track.customer.io:443/api, /api",
    "https://track.customer.io?a=b, ?a=b",
    "https://track.customer.io, ''",
    "https://track.customer.io#top, ''",
    "/api#top, /api",
    "https://track.customer.io/api?a=b#top, /api?a=b",
    "track.customer.io:443, track.customer.io:443",
    "*, *",
    "'', ''",
  })
  void pathOfRequestLine(String target, String expected) {
    assertThat(RequestTarget.pathOf(target)).isEqualTo(expected);
  }

  @Test
  void missingTargetHasNoPath() {
    assertThat(RequestTarget.pathOf(null)).isNull();
  }

  @Test
  void queryFollowsPath() {
    assertThat(RequestTarget.of("/api", "a=b")).isEqualTo("/api?a=b");
    assertThat(RequestTarget.of("/api", "")).isEqualTo("/api?");
    assertThat(RequestTarget.of("/api", null)).isEqualTo("/api");
  }
}
