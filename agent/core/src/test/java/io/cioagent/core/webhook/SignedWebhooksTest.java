package io.cioagent.core.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SignedWebhooksTest {
  private static final String KEY = "whsec-invented-7Qd0f3a1";
  private static final byte[] SENT = WebhookBodies.email("e1", "sent", "\"campaign_id\":118");

  private final RecordedWebhooks recorded = new RecordedWebhooks();
  private final Webhooks webhooks =
      recorded.webhooks(new WebhookRules(Collections.singleton("/hooks"), new SigningKey(KEY)));

  private static String sign(String timestamp, byte[] body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY.getBytes(UTF_8), "HmacSHA256"));
    mac.update(("v0:" + timestamp + ":").getBytes(UTF_8));
    return String.format("%064x", new BigInteger(1, mac.doFinal(body)));
  }

  private void receive(String signature, String timestamp, byte[] body, int read, int status) {
    WebhookRequest request =
        webhooks.begin("/hooks", signature, timestamp, "application/json", body.length);
    request.read(body, 0, read);
    request.answered(status);
    request.end();
  }

  @Test
  void signedWebhookCounts() throws Exception {
    receive(sign("1789000105", SENT), "1789000105", SENT, SENT.length, 200);
    assertThat(recorded.only().eventType()).isEqualTo(EventType.EMAIL_SENT);
    assertThat(recorded.only().errorReason()).isNull();
    assertThat(recorded.only().isForged()).isFalse();
  }

  @Test
  void wrongSignatureCountsAsForgery() throws Exception {
    receive(sign("1", SENT), "2", SENT, SENT.length, 500);
    assertThat(recorded.only().errorReason()).isEqualTo(ErrorReason.INVALID_SIGNATURE);
    assertThat(recorded.only().isForged()).isTrue();
    assertThat(recorded.only().event()).isNull();
  }

  @Test
  void missingHeadersCountAsMissingSignature() throws Exception {
    receive(null, "1", SENT, SENT.length, 200);
    receive(sign("1", SENT), null, SENT, SENT.length, 200);
    assertThat(recorded.webhooks)
        .extracting(Webhook::errorReason)
        .containsOnly(ErrorReason.MISSING_SIGNATURE);
  }

  /**
   * Customer.io signs webhook actions of campaigns with a key that is not available to customers.
   */
  @Test
  void campaignActionIsNotAForgery() {
    byte[] action = "{\"order\":7}".getBytes(UTF_8);
    receive("00", "1", action, action.length, 200);
    receive(null, null, action, action.length, 500);
    assertThat(recorded.webhooks).isEmpty();
  }

  @Test
  void unsignedNonJsonBodyCountsAsForgery() {
    receive("00", "1", new byte[] {'x'}, 1, 200);
    assertThat(recorded.only().errorReason()).isEqualTo(ErrorReason.INVALID_SIGNATURE);
  }

  @Test
  void forgeryDoesNotMakeTheRealEventARepetition() throws Exception {
    receive("00", "1", SENT, SENT.length, 200);
    receive(sign("1", SENT), "1", SENT, SENT.length, 200);
    assertThat(recorded.webhooks.get(1).isRepeated()).isFalse();
  }

  @Test
  void partlyReadBodyIsNeitherVerifiedNorCounted() throws Exception {
    receive(sign("1", SENT), "1", SENT, SENT.length - 1, 200);
    receive(sign("1", SENT), "1", SENT, 0, 200);
    assertThat(recorded.webhooks).extracting(Webhook::errorReason).containsOnlyNulls();
    assertThat(recorded.webhooks).extracting(Webhook::eventType).containsOnly(EventType.UNKNOWN);
  }

  @Test
  void bodyBeyondTheLimitIsVerifiedAsAStream() throws Exception {
    byte[] large = new byte[WebhookRequest.MOST_BYTES + 70_000];
    Arrays.fill(large, (byte) ' ');
    System.arraycopy(SENT, 0, large, 0, SENT.length);
    String signature = sign("1", large);
    for (int i = 0; i < 2; i++) {
      WebhookRequest request =
          webhooks.begin("/hooks", signature, "1", "application/json", large.length);
      for (int from = 0; from < large.length; from += 1000) {
        request.read(large, from, Math.min(1000, large.length - from));
      }
      recorded.timeouts.get(i).run();
      request.answered(200);
      request.end();
      large[large.length - 1]++;
    }
    assertThat(recorded.earlyErrors).containsExactly(ErrorReason.TOO_SLOW, ErrorReason.TOO_SLOW);
    assertThat(recorded.webhooks)
        .extracting(Webhook::eventType)
        .containsExactly(EventType.EMAIL_SENT, EventType.UNKNOWN);
  }

  @Test
  void slowForgeryIsReportedAsForgery() throws Exception {
    WebhookRequest request = webhooks.begin("/hooks", "00", "1", null, SENT.length);
    request.read(SENT, 0, SENT.length);
    recorded.timeouts.get(0).run();
    assertThat(recorded.earlyErrors).containsExactly(ErrorReason.INVALID_SIGNATURE);
    request.end();
    assertThat(recorded.only().isForged()).isTrue();
    assertThat(recorded.only().isErrorReported()).isTrue();
  }
}
