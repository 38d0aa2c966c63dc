package io.cioagent.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "no such user john@example.com -> no such user [REDACTED]",
        "john@example.com -> [REDACTED]",
        "<john.doe+tag@mail.example.co.uk>. -> <[REDACTED]>.",
        "to=john%40example.com&x=1 -> to=[REDACTED]&x=1",
        "to=john%2Btag%40example.com -> to=[REDACTED]",
        "mailto:john@example.com, jane@example.com -> mailto:[REDACTED], [REDACTED]",
        "o'brien@example.com -> [REDACTED]",
        "'john@example.com' -> '[REDACTED]'",
        "j\u00fcrgen@b\u00fccher.example -> [REDACTED]",
        "john+15551234567@example.com -> [REDACTED]",
        "john@10.0.0.1 -> [REDACTED]",
        "{\"email\":\"john@example.com\"} -> {\"email\":\"[REDACTED]\"}",
      })
  void emailAddressesAreMasked(String text, String masked) {
    assertThat(MaskedText.of(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "call +15551234567 now -> call [REDACTED] now",
        "+1 (555) 123-4567 -> [REDACTED]",
        "+49 30 1234567. -> [REDACTED].",
        "+49.30.1234567, -> [REDACTED],",
        "phone=%2B15551234567&x -> phone=[REDACTED]&x",
        "q%3D%2b15551234567 -> q%3D[REDACTED]",
        "(+442071234567) -> ([REDACTED])",
        "\"+442071234567\" -> \"[REDACTED]\"",
        "+49 30 1234567 2024 1234567890 -> [REDACTED] 1234567890",
        "+(49) 30 1234567 -> [REDACTED]",
        "call (555) 123-4567 now -> call [REDACTED] now",
        "(555)123.4567 -> [REDACTED]",
        "555-123-4567, 1-555-123-4567. -> [REDACTED], [REDACTED].",
        "555.123.4567 -> [REDACTED]",
        "1 (555) 123-4567 -> 1 [REDACTED]",
        "+1-555-1234567 (555) 123-4567 -> [REDACTED] [REDACTED]",
        "+1-555-1234567 555-123-4567 -> [REDACTED] [REDACTED]",
      })
  void phoneNumbersAreMasked(String text, String masked) {
    assertThat(MaskedText.of(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "12345",
        "1234567890123",
        "2024-01-01T00:00:00+01:00",
        "2024-01-01T00:00:00.000+0100 1234567890",
        "2024-01-01 00:00:00 +0000 12345678",
        "timed out after 30000 ms",
        "localhost/127.0.0.1:8080",
        "Connection refused (Connection refused)",
        "+1",
        "+123456",
        "+12345678901234567890",
        "a + 1234567",
        "2024-01-15",
        "10.120.130.1400",
        "155-123-4567",
        "555-123-45678",
        "5-555-123-4567",
        "555-123-4567-8",
        "555 123 4567",
        "(555) 123",
        "(555",
        "x555-123-4567",
        "123e4567-e89b-12d3-a456-426614174000",
        "{\"monday\":\"abc\"}",
        "\"token\":",
        "key: value",
        "1+12345678",
        "com.acme.Foo@6d06d69c",
        "com.acme.Foo@6d06d69c.",
        "@Nullable java.lang.String",
        "user@host",
        "a @ b.c",
        "50% of 40%",
        "%",
        "%4",
        "@",
        "://",
        "HTTP/1.1 401 Unauthorized",
        "text/html; charset=utf-8",
        "a/b/c",
        "/v1/",
        "/opt/app/shop.jar",
        "Basic",
        "Bearer ",
        "Basic authentication is not supported",
        "Bearer realm",
        "the basic idea",
        "bearer of bad news",
        "forBearer x",
        "=",
        "x=1",
        "token=",
        "Unexpected token < in JSON at position 0",
        "https://track.customer.io",
        "https://track.customer.io/",
        "see http://localhost:8080.",
        "at index 3: nothing here",
      })
  void ordinaryTextIsUnchanged(String text) {
    assertThat(MaskedText.of(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "Authorization: Bearer abc -> Authorization: Bearer [REDACTED]",
        "Authorization: Basic c2l0ZTprZXk= -> Authorization: Basic [REDACTED]",
        "\"Basic c2l0ZTprZXk=\" -> \"Basic [REDACTED]\"",
        "bearer eyJhbGciOiJIUzI1NiJ9.e30.x -> bearer [REDACTED]",
        "BASIC c2l0ZTprZXk= -> BASIC [REDACTED]",
        "Bearer token eyJhbGci123 refused -> Bearer token [REDACTED] refused",
        "Bearer: abc123, -> Bearer: [REDACTED],",
        "token sa_live_0123abc was refused -> token [REDACTED] was refused",
        "api_key=abc&x=1 -> api_key=[REDACTED]&x=1",
        "password='a b', user=x -> password=[REDACTED], user=x",
        "clientSecret=abc -> clientSecret=[REDACTED]",
        "{\"api_key\":\"a b\",\"x\":1} -> {\"api_key\":[REDACTED],\"x\":1}",
        "{\"token\" : 17, \"x\":1} -> {\"token\" : [REDACTED], \"x\":1}",
        "{\"token\": 17, \"x\":1} -> {\"token\": [REDACTED], \"x\":1}",
      })
  void credentialsAreMasked(String text, String masked) {
    assertThat(MaskedText.of(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "https://track.customer.io/api/v1/customers/7 -> https://track.customer.io/[REDACTED]",
        "GET https://h:8443/a?b=c#d failed -> GET https://h:8443/[REDACTED] failed",
        "https://h?b=c -> https://h/[REDACTED]",
        "https://user:pass@h/x -> https://h/[REDACTED]",
        "https://user:p@ss@h:80/x -> https://h:80/[REDACTED]",
        "https://user:pa/ss@h/x -> https://[REDACTED]/[REDACTED]",
        "https://john@example.com -> https://example.com",
        "http://[::1]:8080/x -> http://[::1]:8080/[REDACTED]",
        "http://[::1]:x/x -> http://[REDACTED]/[REDACTED]",
        "(https://h/a/b). -> (https://h/[REDACTED]).",
        "'https://h/customers/o'brien' -> 'https://h/[REDACTED]'",
        "{\"url\":\"https://h/a\"} -> {\"url\":\"https://h/[REDACTED]\"}",
        "jdbc:mysql://u:p@db:3306/shop -> jdbc:mysql://db:3306/[REDACTED]",
        "file:///home/john -> file:///[REDACTED]",
        "https://h/a and https://i/b -> https://h/[REDACTED] and https://i/[REDACTED]",
      })
  void urlsAreMasked(String text, String masked) {
    assertThat(MaskedText.of(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "PUT /api/v1/customers/whatever failed -> PUT [REDACTED] failed",
        "/api/v2/entity?x=1 -> [REDACTED]",
        "track.customer.io/api/v1/customers/x: 401 -> track.customer.io[REDACTED]: 401",
        "DELETE /v1/esp/suppression/bounces/x -> DELETE [REDACTED]",
        "/unsubscribe/dgPBAgA -> [REDACTED]",
        "/customers/7/devices -> [REDACTED]",
      })
  void pathsAreMasked(String text, String masked) {
    assertThat(MaskedText.of(text)).isEqualTo(masked);
  }

  @Test
  void identifiersWithSpacesInSyntaxErrorsAreMasked() {
    String message = null;
    try {
      URI.create("https://track.customer.io/api/v1/customers/john smith/events");
    } catch (IllegalArgumentException e) {
      message = e.getMessage();
    }
    assertThat(message).contains("john smith");
    assertThat(MaskedText.of(message))
        .isEqualTo("Illegal character in path at index 47: https://track.customer.io/[REDACTED]");
    assertThat(MaskedText.of("Illegal character in path at index 26: /api/v1/customers/john smith"))
        .isEqualTo("Illegal character in path at index 26: [REDACTED]");
  }

  @Test
  void valuesOfSecretSettingsAreMasked() {
    assertThat(MaskedText.of("webhook.signing-key", "abc")).isEqualTo("[REDACTED]");
    assertThat(MaskedText.of("API_TOKEN", "abc")).isEqualTo("[REDACTED]");
    assertThat(MaskedText.of("hosts", "john@example.com")).isEqualTo("[REDACTED]");
    assertThat(MaskedText.of("hosts", "abc")).isEqualTo("abc");
    assertThat(MaskedText.of(null, "abc")).isEqualTo("abc");
    assertThat(MaskedText.of("password", null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "@",
        "a@",
        "%40",
        "a%40",
        "a@a",
        "+1",
        "+",
        "1",
        "+1-",
        "(",
        "://",
        "a://",
        "a://a@",
        "/v1",
        "/v1/",
        "/",
        "'",
        "Basic ",
        "Bearer token ",
        "b",
        "sa_live_",
        "key=",
        "key='",
        ".",
        "a.",
        "x@y.",
        " at index ",
        "http://a/b ",
        "=",
        "basic.",
        "basic ",
        "basic token ",
        "a=",
        "-+1",
      })
  void masksAnyInputInLinearTimeAndBoundedLength(String piece) {
    StringBuilder text = new StringBuilder();
    while (text.length() < 200_000) {
      text.append(piece);
    }
    String masked =
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> MaskedText.of(text.toString()));
    assertThat(masked.length()).isLessThan(9_000);
    assertThat(MaskedText.of(text + "john@example.com")).doesNotContain("john@example");
  }

  @Test
  void textIsNeverCutWithinAnAddress() {
    char[] letters = new char[8_190];
    Arrays.fill(letters, ' ');
    assertThat(MaskedText.of(new String(letters) + "john@example.com john@example.com"))
        .endsWith("  ...");
  }
}
