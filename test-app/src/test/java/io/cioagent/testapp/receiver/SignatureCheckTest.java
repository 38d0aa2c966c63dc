package io.cioagent.testapp.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The signatures were computed by other means than Java's. */
class SignatureCheckTest {

  private static final String EMPTY =
      "3ecb0ac76c5134b5d5e5d175ed0d7363f297d5c68ab9b33ff2a3dc66367547b8";
  private static final String TEA =
      "0a0dd2a0ecfc959e697376990cc29b288596142578bfbdf33547200922372753";

  @Test
  void acceptsWhatCustomerIoSigns() {
    assertThat(new SignatureCheck("k").accepts(EMPTY, "0", new byte[0])).isTrue();
    byte[] body = "{\"text\":\"thé ☕\"}\n".getBytes(StandardCharsets.UTF_8);
    SignatureCheck check = new SignatureCheck("clé de thé");
    assertThat(check.accepts(TEA, "1789000105", body)).isTrue();
    assertThat(check.accepts(TEA.toUpperCase(Locale.ROOT), "1789000105", body)).isTrue();
  }

  @Test
  void refusesAnotherKeyTimeBodyOrNoSignatureAtAll() {
    SignatureCheck check = new SignatureCheck("k");
    assertThat(new SignatureCheck("l").accepts(EMPTY, "0", new byte[0])).isFalse();
    assertThat(check.accepts(EMPTY, "1", new byte[0])).isFalse();
    assertThat(check.accepts(EMPTY, "0", new byte[1])).isFalse();
    assertThat(check.accepts("", "0", new byte[0])).isFalse();
    assertThat(check.accepts(EMPTY + "00", "0", new byte[0])).isFalse();
  }
}
