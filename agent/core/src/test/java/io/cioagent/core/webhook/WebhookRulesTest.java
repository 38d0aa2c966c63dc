package io.cioagent.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookRulesTest {
  private final WebhookRules rules =
      new WebhookRules(Arrays.asList("/hooks/email", "/app/cio/", "/any/*", "/"), null);

  @ParameterizedTest
  @CsvSource({
    "/hooks/email, true",
    "/hooks/email/, true",
    "/hooks/email?workspace=1, true",
    "/hooks/email;jsessionid=1?x, true",
    "/hooks/email/more, false",
    "/hooks/emails, false",
    "/Hooks/email, false",
    "/hooks, false",
    "/app/cio, true",
    "/app/cio/, true",
    "/any/thing/at/all, true",
    "/any, false",
    "/, true",
    "'', false",
  })
  void pathMatchesAsAWhole(String path, boolean expected) {
    assertThat(rules.matchesPath(path)).isEqualTo(expected);
  }

  @Test
  void noPathMatchesWithoutPaths() {
    assertThat(WebhookRules.DEFAULT.matchesPath("/hooks")).isFalse();
    assertThat(rules.matchesPath(null)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "x, 1, /other, true",
    ", 1, /other, false",
    "x, , /other, false",
    ", , /other, false",
    ", , /hooks/email, true",
    "x, 1, , true"
  })
  void webhookIsRecognizedByItsHeadersOrPath(
      String signature, String timestamp, String path, boolean expected) {
    Webhooks webhooks = new RecordedWebhooks().webhooks(rules);
    assertThat(webhooks.begin(path, signature, timestamp, null, -1) != null).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"POST, true", "GET, false", "PUT, false", "post, false", ", false"})
  void onlyPostMatches(String method, boolean expected) {
    assertThat(new RecordedWebhooks().webhooks(rules).mayBeSentBy(method)).isEqualTo(expected);
  }
}
