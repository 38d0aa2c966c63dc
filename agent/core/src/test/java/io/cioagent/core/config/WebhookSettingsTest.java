package io.cioagent.core.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.tracing.ApplicationTraces;
import io.cioagent.core.webhook.ErrorReason;
import io.cioagent.core.webhook.Webhook;
import io.cioagent.core.webhook.WebhookListener;
import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.core.webhook.Webhooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookSettingsTest {
  /** The first test vector of the reference. */
  private static final String KEY = "k";

  private static final String SIGNED =
      "3ecb0ac76c5134b5d5e5d175ed0d7363f297d5c68ab9b33ff2a3dc66367547b8";

  @TempDir private Path folder;

  private static Settings read(String... given) {
    Map<String, String> properties = new HashMap<>();
    for (int i = 0; i < given.length; i += 2) {
      properties.put("customerio.agent." + given[i], given[i + 1]);
    }
    return SettingsReader.read(null, properties, null);
  }

  /** The error reason for an empty body with that signature. */
  private static ErrorReason reasonFor(Settings settings, String signature) {
    List<Webhook> recorded = new ArrayList<>();
    WebhookListener listener =
        new WebhookListener() {
          @Override
          public void failedEarly(ErrorReason reason) {}

          @Override
          public void ended(Webhook webhook) {
            recorded.add(webhook);
          }
        };
    WebhookRequest request =
        new Webhooks(
                settings.webhookRules(),
                listener,
                (task, nanos) -> () -> {},
                new ApplicationTraces())
            .begin("/", signature, "0", null, 0);
    request.answered(200);
    request.end();
    return recorded.get(0).errorReason();
  }

  private Settings keyFile(String content) throws IOException {
    Path file = folder.resolve("key");
    Files.write(file, content.getBytes(UTF_8));
    return read("webhook.signing-key-file", file.toString());
  }

  @Test
  void signaturesAreNotVerifiedWithoutAKey() {
    assertThat(reasonFor(read(), "00")).isNull();
    assertThat(read().warnings()).isEmpty();
  }

  @Test
  void keyIsReadFromTheSetting() {
    Settings settings = read("webhook.signing-key", KEY);
    assertThat(settings.warnings()).isEmpty();
    assertThat(reasonFor(settings, SIGNED)).isNull();
    assertThat(reasonFor(settings, "00")).isEqualTo(ErrorReason.INVALID_SIGNATURE);
  }

  @ParameterizedTest
  @CsvSource(value = {"k", "'k\n'", "'k\r\n'", "'  k '"})
  void keyIsReadFromAFileWithoutItsLineEnding(String content) throws IOException {
    Settings settings = keyFile(content);
    assertThat(settings.warnings()).isEmpty();
    assertThat(reasonFor(settings, SIGNED)).isNull();
    assertThat(reasonFor(settings, "00")).isEqualTo(ErrorReason.INVALID_SIGNATURE);
  }

  @Test
  void unusableKeyFileIsReported() throws IOException {
    String place = "system property customerio.agent.webhook.signing-key-file is not used: ";
    String end = "; the signatures of webhooks are not verified";
    assertThat(keyFile("\n").warnings()).containsExactly(place + "the file is empty" + end);
    assertThat(keyFile(new String(new char[5000])).warnings())
        .containsExactly(place + "the file is too large for a key" + end);
    assertThat(reasonFor(keyFile(""), "00")).isNull();
    assertThat(read("webhook.signing-key-file", folder.toString()).warnings())
        .containsExactly(place + "the file does not exist" + end);
  }

  /** Users may put the key itself there. */
  @Test
  void warningsDoNotShowKeys() throws IOException {
    assertThat(read("webhook.signing-key-file", "whsec-invented").warnings())
        .hasSize(1)
        .noneMatch(warning -> warning.contains("whsec"));
    assertThat(
            read("webhook.signing-key", "whsec-invented", "webhook.signing-key-file", "whsec-2")
                .warnings())
        .containsExactly(
            "system property customerio.agent.webhook.signing-key-file is ignored: system property"
                + " customerio.agent.webhook.signing-key is also set and takes precedence");
    assertThat(read("webhook.signingkey", "whsec-invented").warnings())
        .hasSize(1)
        .noneMatch(warning -> warning.contains("whsec"));
  }

  @ParameterizedTest
  @CsvSource({
    "'/hooks/email, /cio/*', /hooks/email, true",
    "'/hooks/email, /cio/*', /cio/x, true",
    "'/hooks/email,', /other, false",
    "'hooks/email,/cio', /cio, true",
  })
  void pathsAreReadAsAList(String given, String path, boolean expected) {
    Webhooks webhooks =
        new Webhooks(
            read("webhook.paths", given).webhookRules(),
            null,
            (task, nanos) -> () -> {},
            new ApplicationTraces());
    assertThat(webhooks.begin(path, null, null, null, -1) != null).isEqualTo(expected);
  }

  @Test
  void invalidPathIsReported() {
    assertThat(read("webhook.paths", "hooks, /a*b, https://shop.example.com/hooks").warnings())
        .containsExactly(
            "system property customerio.agent.webhook.paths='hooks' is ignored: a path must begin"
                + " with /, as in /hooks/email",
            "system property customerio.agent.webhook.paths='/a*b' is ignored: * is supported only"
                + " at the end",
            "system property customerio.agent.webhook.paths='https://shop.example.com/[REDACTED]'"
                + " is ignored: a path must begin with /, as in /hooks/email");
  }
}
