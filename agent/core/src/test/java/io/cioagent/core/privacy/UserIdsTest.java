package io.cioagent.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserIdsTest {
  private static final String ADDRESS = "john@example.com";

  /** printf john@example.com | sha256sum */
  private static final String HASHED_ADDRESS = "855f96e983f1f8e8";

  private final UserIds auto = new UserIds(UserIdMode.AUTO);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "42",
        "12345678",
        "15551234567",
        "0000012345678",
        "cio_0123456789",
        "user-7",
        "a1b2c3d4-e5f6-7890-abcd-ef1234567890",
        "auth0|5f7c8ec7c33c6c004bbafe82",
        "@handle",
        "handle@",
        "+1234",
        "12-34",
        "a+b",
        "100%",
        "%40",
        "%40x",
      })
  void ordinaryIdsAreUnchanged(String id) {
    assertThat(auto.shown(id)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ADDRESS,
        "john%40example.com",
        "John.O'Brien+tag@mail.example.co.uk",
        "john@localhost",
        "+15551234567",
        "%2B15551234567",
        "%2b15551234567",
        "+1 (555) 123-4567",
        "+49 30 1234567",
        "555-123-4567",
        "(0171) 1234567",
      })
  void addressesAndPhoneNumbersAreHashed(String id) {
    assertThat(auto.shown(id)).matches("[0-9a-f]{16}");
    assertThat(new UserIds(UserIdMode.PLAIN).shown(id)).isEqualTo(id);
  }

  @Test
  void hashIsAPrefixOfSha256() {
    assertThat(auto.shown(ADDRESS)).isEqualTo(HASHED_ADDRESS);
    assertThat(new UserIds(UserIdMode.HASH).shown(ADDRESS)).isEqualTo(HASHED_ADDRESS);
    assertThat(new UserIds(UserIdMode.HASH).shown("42")).isEqualTo("73475cb40a568e8d");
  }

  @Test
  void nullAndModeNone() {
    for (UserIdMode mode : UserIdMode.values()) {
      assertThat(new UserIds(mode).shown(null)).isNull();
    }
    assertThat(new UserIds(UserIdMode.NONE).shown("42")).isNull();
    assertThat(new UserIds(null).shown(ADDRESS)).isEqualTo(HASHED_ADDRESS);
  }

  @Test
  void longIdsAreHashed() {
    char[] letters = new char[201];
    Arrays.fill(letters, 'a');
    String tooLong = new String(letters);
    assertThat(new UserIds(UserIdMode.PLAIN).shown(tooLong)).hasSize(16);
    assertThat(auto.shown(tooLong)).hasSize(16);
    assertThat(auto.shown(tooLong.substring(1))).hasSize(200);
  }

  @Test
  void modesAreFoundByName() {
    assertThat(UserIdMode.named("HASH")).isSameAs(UserIdMode.HASH);
    assertThat(UserIdMode.named("plain")).isSameAs(UserIdMode.PLAIN);
    assertThat(UserIdMode.named("md5")).isNull();
    assertThat(UserIdMode.named(null)).isNull();
    assertThat(UserIdMode.AUTO.value()).isEqualTo("auto");
  }

  @Test
  void hiddenIdsAreHiddenInTexts() {
    String text = "no customer cust-77 here";

    assertThat(new UserIds(UserIdMode.AUTO).hiddenIn(text, "cust-77")).isEqualTo(text);
    assertThat(new UserIds(UserIdMode.HASH).hiddenIn(text, "cust-77"))
        .isEqualTo("no customer [REDACTED] here");
    assertThat(new UserIds(UserIdMode.NONE).hiddenIn(text, "cust-77"))
        .isEqualTo("no customer [REDACTED] here");
    assertThat(new UserIds(UserIdMode.NONE).hiddenIn(text, null)).isEqualTo(text);
    assertThat(new UserIds(UserIdMode.NONE).hiddenIn(null, "cust-77")).isNull();
  }

  /** The first argument of {@code send(path, method, body)} if it is in {@code client.methods}. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/customers/cust-5512",
        "/v1/customers/cust-5512/attributes",
        "https://track.customer.io/api/v1/customers/cust-5512",
        "api/v1/customers/cust-5512",
        "customers/cust-5512/events",
      })
  void urlsAndPathsAreNotIds(String address) {
    for (UserIdMode mode : UserIdMode.values()) {
      UserIds userIds = new UserIds(mode);
      assertThat(userIds.shown(address)).isNull();
      assertThat(userIds.hiddenIn("no answer from " + address, address))
          .isEqualTo("no answer from [REDACTED]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme/42", "a/b", "customers", "org:acme/42", "customersome/1"})
  void idsWithSlashesAreUnchanged(String id) {
    assertThat(new UserIds(UserIdMode.AUTO).shown(id)).isEqualTo(id);
  }
}
