package io.cioagent.core.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {

  static List<JsonNode> vectors() throws Exception {
    List<JsonNode> vectors = new ArrayList<>();
    new ObjectMapper().readTree(WebhookBodies.file("signatures.json")).forEach(vectors::add);
    return vectors;
  }

  private static boolean matches(JsonNode vector, String signature) {
    String file = vector.get("body_file").textValue();
    byte[] body = WebhookBodies.file(file.substring(file.lastIndexOf('/') + 1));
    assertThat(body).hasSize(vector.get("body_bytes").intValue());
    SigningKey.Check check =
        new SigningKey(vector.get("signing_key").textValue())
            .check(vector.get("x_cio_timestamp").textValue());
    int half = body.length / 2;
    check.add(body, 0, half);
    ByteBuffer rest = ByteBuffer.wrap(body, half, body.length - half);
    check.add(rest);
    assertThat(rest.remaining()).isEqualTo(body.length - half);
    return check.matches(signature);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void acceptsTheReferenceSignatures(JsonNode vector) {
    String signature = vector.get("x_cio_signature").textValue();
    assertThat(matches(vector, signature)).isTrue();
    assertThat(matches(vector, signature.toUpperCase(Locale.ROOT))).isTrue();
    assertThat(matches(vector, " " + signature + " ")).isTrue();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void rejectsTheDigestOfTheBodyAlone(JsonNode vector) {
    assertThat(matches(vector, vector.get("must_not_match_hmac_of_body_only").textValue()))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0", "zz", "b867", "v0=b867a08f", "b867a08ff92b379694335cc13b517cfe\n"})
  void rejectsInvalidSignatures(String signature) throws Exception {
    assertThat(matches(vectors().get(0), signature)).isFalse();
  }

  /** The key is encoded in UTF-8; the signature was computed with openssl. */
  @Test
  void keyMayContainAnyCharacter() {
    SigningKey.Check check =
        new SigningKey("clé secrète: with spaces & ünicode").check("1789000305");
    check.add("{\"a\":\"ü\"}\n".getBytes(UTF_8), 0, 11);
    assertThat(check.matches("55321e695c75105cb6b1e4bac6b8b8871208c9f5fbd436209fda2f316c6868ba"))
        .isTrue();
  }

  @Test
  void toStringHidesTheKey() {
    assertThat(new SigningKey("whsec-invented").toString()).doesNotContain("whsec");
  }
}
