package io.cioagent.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.CharBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataRulesTest {
  private static final DataRules RULES =
      new DataRules(Arrays.asList("email", "home-address"), new UserIds(UserIdMode.AUTO));

  private static Object masked(Object data) {
    return RULES.mask(data, null).tree();
  }

  private static Map<String, Object> map(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }

  /** An arbitrary object that an application may pass. */
  private static final class Order {
    @Override
    public String toString() {
      return "Order of Jane";
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "email",
        "EMAIL",
        "e_mail",
        "E-Mail",
        "_email",
        "homeAddress",
        "home_address",
        "HOMEADDRESS"
      })
  void listedFieldsAreMaskedForEveryValue(String name) {
    assertThat(masked(map(name, "Elm Street"))).isEqualTo(map(name, "[REDACTED]"));
    assertThat(masked(map(name, map("street", "Elm Street")))).isEqualTo(map(name, "[REDACTED]"));
    assertThat(masked(map(name, null))).isEqualTo(map(name, "[REDACTED]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"emails", "address", "homeaddresses", "emailVerified", "email.checked"})
  void otherFieldsAreNotMasked(String name) {
    assertThat(masked(map(name, "Elm Street"))).isEqualTo(map(name, "Elm Street"));
  }

  @Test
  void fieldsAreMaskedAtEveryDepth() {
    Object data =
        map(
            "orders",
            new Object[] {Optional.of(Collections.singletonList(map("e_mail", "a", "plan", "b")))});
    assertThat(masked(data))
        .isEqualTo(
            map(
                "orders",
                Collections.singletonList(
                    Collections.singletonList(map("e_mail", "[REDACTED]", "plan", "b")))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "refused {plan=pro, E-Mail=robin, n=1} -> refused {plan=pro, E-Mail=[REDACTED], n=1}",
        "{home_address=12 Elm St, Ohio, n=1} -> {home_address=[REDACTED], n=1}",
        "{email={a=1, b=[x, y]}, n=1} -> {email=[REDACTED], n=1}",
        "Person(email=robin, age=7) -> Person(email=[REDACTED], age=7)",
        "user.email=robin&x=1 -> user.email=[REDACTED]&x=1",
        "{\"email\": \"ro\\\"bin\", \"n\": 1} -> {\"email\": [REDACTED], \"n\": 1}",
        "{\"email\":{\"a\":[1]},\"n\":1} -> {\"email\":[REDACTED],\"n\":1}",
        "{email=} -> {email=}",
        "no email given, emails=2 -> no email given, emails=2",
        "email: none -> email: none",
      })
  void fieldsInMessagesAreMasked(String text, String masked) {
    assertThat(RULES.text(text, null)).isEqualTo(masked);
  }

  @Test
  void fieldsNamedLikeSecretsAreMasked() {
    assertThat(masked(map("api_key", "x", "clientSecret", 1, "PASSWORD", new char[] {'x'})))
        .isEqualTo(
            map("api_key", "[REDACTED]", "clientSecret", "[REDACTED]", "PASSWORD", "[REDACTED]"));
  }

  @Test
  void textsAndKeysAreMaskedByPattern() {
    assertThat(masked(map("note", "ask jane@example.com", "jane@example.com", 1)))
        .isEqualTo(map("note", "ask [REDACTED]", "[REDACTED]", 1));
    assertThat(masked(map("a@example.com", 1, "b@example.com", 2)))
        .isEqualTo(map("[REDACTED]", 1, "[REDACTED] 2", 2));
    assertThat(masked(map("text", CharBuffer.wrap("+1 555 123 4567"))))
        .isEqualTo(map("text", "[REDACTED]"));
    assertThat(masked(map("url", URI.create("https://x.io/people/jane?q=1"))))
        .isEqualTo(map("url", "https://x.io/[REDACTED]"));
  }

  @Test
  @SuppressWarnings("JavaUtilDate") // what applications pass
  void simpleValuesAreKept() {
    UUID uuid = UUID.randomUUID();
    GregorianCalendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    calendar.setTimeInMillis(0);
    assertThat(
            masked(
                Arrays.asList(
                    null,
                    true,
                    1,
                    2L,
                    0.5,
                    new BigDecimal("1.50"),
                    BigInteger.TEN,
                    new AtomicLong(3),
                    'c',
                    TimeUnit.DAYS,
                    uuid,
                    Locale.US,
                    OptionalInt.of(4),
                    Optional.empty())))
        .isEqualTo(
            Arrays.asList(
                null,
                true,
                1,
                2L,
                0.5,
                new BigDecimal("1.50"),
                BigInteger.TEN,
                3L,
                "c",
                "DAYS",
                uuid.toString(),
                "en_US",
                4,
                null));
    assertThat(
            masked(
                Arrays.asList(
                    new Date(0),
                    new java.sql.Date(0),
                    calendar,
                    Instant.EPOCH,
                    LocalDate.of(2026, 1, 2),
                    Duration.ofSeconds(90))))
        .isEqualTo(
            Arrays.asList(
                "1970-01-01T00:00:00Z",
                "1970-01-01T00:00:00Z",
                "1970-01-01T00:00:00Z",
                "1970-01-01T00:00:00Z",
                "2026-01-02",
                "PT1M30S"));
    assertThat(masked(new int[] {1, 2})).isEqualTo(Arrays.asList(1, 2));
    assertThat(masked(new double[] {Double.NaN})).isEqualTo(Collections.singletonList("NaN"));
  }

  @Test
  void otherObjectsAreReplacedByTheirClass() {
    String name = DataRulesTest.class.getName();
    assertThat(masked(map("order", new Order()))).isEqualTo(map("order", "[" + name + "$Order]"));
    assertThat(masked(map("bytes", new byte[] {106}))).isEqualTo(map("bytes", "[byte[]]"));
    assertThat(masked(BigInteger.ONE.shiftLeft(100_000))).isEqualTo("[java.math.BigInteger]");
    assertThat(masked(Collections.singletonMap(new Order(), 1)))
        .isEqualTo(map("[" + name + "$Order]", 1));
  }

  @Test
  void hiddenUserIdIsMaskedInData() {
    Object data = map("id", "jane@localhost", "text", "is jane@localhost", "plan", "pro");
    assertThat(RULES.mask(data, "jane@localhost").tree())
        .isEqualTo(map("id", "[REDACTED]", "text", "is [REDACTED]", "plan", "pro"));
    assertThat(RULES.mask(map("id", "u1"), "u1").tree()).isEqualTo(map("id", "u1"));
    DataRules hashing = new DataRules(Collections.emptyList(), new UserIds(UserIdMode.HASH));
    assertThat(hashing.mask(map("id", 4217L, "n", 1), "4217").tree())
        .isEqualTo(map("id", "[REDACTED]", "n", 1));
  }

  @Test
  void nullIsNull() {
    assertThat(RULES.mask(null, null)).isNull();
  }
}
