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
  private static final byte[] SENT = Bodies.email("e1", "sent", "\"campaign_id\":118");

  private final Told told = new Told();
  private final Webhooks webhooks =
      told.webhooks(new WebhookRules(Collections.singleton("/hooks"), new SigningKey(KEY)));

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
  void whatIsSignedCounts() throws Exception {
    receive(sign("1789000105", SENT), "1789000105", SENT, SENT.length, 200);
    assertThat(told.only().eventType()).isEqualTo(EventType.EMAIL_SENT);
    assertThat(told.only().errorReason()).isNull();
    assertThat(told.only().isForged()).isFalse();
  }

  @Test
  void anyOtherSignatureIsAForgeryWhateverTheAnswer() throws Exception {
    receive(sign("1", SENT), "2", SENT, SENT.length, 500);
    assertThat(told.only().errorReason()).isEqualTo(ErrorReason.INVALID_SIGNATURE);
    assertThat(told.only().isForged()).isTrue();
    assertThat(told.only().event()).isNull();
  }

  @Test
  void aPathWithoutTheHeadersMissesItsSignature() throws Exception {
    receive(null, "1", SENT, SENT.length, 200);
    receive(sign("1", SENT), null, SENT, SENT.length, 200);
    assertThat(told.webhooks)
        .extracting(Webhook::errorReason)
        .containsOnly(ErrorReason.MISSING_SIGNATURE);
  }

  /** Customer.io signs what its campaigns post by a key that no customer can get. */
  @Test
  void aCampaignsOwnActionIsNoForgery() {
    byte[] action = "{\"order\":7}".getBytes(UTF_8);
    receive("00", "1", action, action.length, 200);
    receive(null, null, action, action.length, 500);
    assertThat(told.webhooks).isEmpty();
  }

  @Test
  void whatIsNoJsonAndNotSignedIsAForgery() {
    receive("00", "1", new byte[] {'x'}, 1, 200);
    assertThat(told.only().errorReason()).isEqualTo(ErrorReason.INVALID_SIGNATURE);
  }

  @Test
  void aForgeryDoesNotMakeTheRealOneARepetition() throws Exception {
    receive("00", "1", SENT, SENT.length, 200);
    receive(sign("1", SENT), "1", SENT, SENT.length, 200);
    assertThat(told.webhooks.get(1).isRepeated()).isFalse();
  }

  @Test
  void whatIsReadInPartProvesNothingAndFeedsNothing() throws Exception {
    receive(sign("1", SENT), "1", SENT, SENT.length - 1, 200);
    receive(sign("1", SENT), "1", SENT, 0, 200);
    assertThat(told.webhooks).extracting(Webhook::errorReason).containsOnlyNulls();
    assertThat(told.webhooks).extracting(Webhook::eventType).containsOnly(EventType.UNKNOWN);
  }

  @Test
  void aBodyLongerThanWhatIsKeptIsProvenAsItPasses() throws Exception {
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
      told.patience.get(i).run();
      request.answered(200);
      request.end();
      large[large.length - 1]++;
    }
    assertThat(told.early).containsExactly(ErrorReason.TOO_SLOW, ErrorReason.TOO_SLOW);
    assertThat(told.webhooks)
        .extracting(Webhook::eventType)
        .containsExactly(EventType.EMAIL_SENT, EventType.UNKNOWN);
  }

  @Test
  void aForgeryThatIsSlowIsAForgery() throws Exception {
    WebhookRequest request = webhooks.begin("/hooks", "00", "1", null, SENT.length);
    request.read(SENT, 0, SENT.length);
    told.patience.get(0).run();
    assertThat(told.early).containsExactly(ErrorReason.INVALID_SIGNATURE);
    request.end();
    assertThat(told.only().isForged()).isTrue();
    assertThat(told.only().isErrorReported()).isTrue();
  }
}
