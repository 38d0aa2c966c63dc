package io.cioagent.core.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.tracing.TraceParent;
import io.cioagent.core.tracing.TraceSource;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookRequestTest {
  private static final byte[] SENT = WebhookBodies.email("e1", "sent", "\"campaign_id\":118");

  private static final String CALLER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private final RecordedWebhooks recorded = new RecordedWebhooks();
  private final Webhooks webhooks = recorded.webhooks(WebhookRules.DEFAULT);

  private WebhookRequest begin(int contentLength) {
    return webhooks.begin("/hooks", "x", "1", "application/json", contentLength);
  }

  private static void answer(WebhookRequest request, byte[] body, int status) {
    request.read(body, 0, body.length);
    request.readToEnd();
    request.answered(status);
    request.end();
  }

  private Webhook answered(byte[] body, int status) {
    answer(begin(body.length), body, status);
    return recorded.only();
  }

  @Test
  void eventIsReportedAfterTheResponse() {
    WebhookRequest request = begin(SENT.length);
    request.read(SENT, 0, SENT.length);
    request.answered(200);
    assertThat(recorded.webhooks).isEmpty();
    request.end();

    Webhook webhook = recorded.only();
    assertThat(webhook.eventType()).isEqualTo(EventType.EMAIL_SENT);
    assertThat(webhook.errorReason()).isNull();
    assertThat(webhook.isRepeated()).isFalse();
    assertThat(webhook.status()).isEqualTo(200);
    assertThat(webhook.durationNanos()).isPositive();
    assertThat(recorded.cancelledTimeouts).isEqualTo(1);
  }

  /** Undertow passes the request on again, over HTTP/2. */
  @Test
  void upgradedRequestCountsOnce() {
    answer(begin(SENT.length), SENT, 101);
    assertThat(recorded.webhooks).isEmpty();
    Webhook webhook = answered(SENT, 200);
    assertThat(webhook.errorReason()).isNull();
    assertThat(webhook.isRepeated()).isFalse();
  }

  @Test
  void currentSpanAtTheFirstReadIsTheParent() {
    TraceParent[] current = {null};
    TraceSource tracer = () -> current[0];
    recorded.traces.add(tracer);
    WebhookRequest request = begin(SENT.length);
    current[0] = new TraceParent("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", true);
    request.read(SENT[0]);
    current[0] = new TraceParent("0af7651916cd43dd8448eb211c80319c", "1111111111111111", true);
    request.read(SENT, 1, SENT.length - 1);
    request.answered(200);
    request.end();
    assertThat(recorded.only().parent().spanId()).isEqualTo("b7ad6b7169203331");
    assertThat(tracer.current()).isNotNull();
  }

  @Test
  void spanOfTheSenderIsTheParentWithoutATracer() {
    recorded.traces.requests().begin("request", (request, name) -> CALLER);
    try {
      WebhookRequest request = begin(SENT.length);
      request.end();
    } finally {
      recorded.traces.requests().end();
    }
    assertThat(recorded.only().parent().spanId()).isEqualTo("b7ad6b7169203331");
  }

  @Test
  void endsOnce() {
    WebhookRequest request = begin(SENT.length);
    answer(request, SENT, 200);
    answer(request, SENT, 500);
    request.read(7);
    request.read(ByteBuffer.wrap(SENT));
    assertThat(recorded.only().errorReason()).isNull();
  }

  @Test
  void everyWayToReadIsSupported() {
    WebhookRequest request = begin(-1);
    request.read(SENT[0]);
    ByteBuffer some = ByteBuffer.allocateDirect(20).put(SENT, 1, 20);
    some.flip();
    request.read(some);
    assertThat(some.remaining()).isEqualTo(20);
    request.read(SENT, 21, 0);
    request.read(SENT, 21, SENT.length - 21);
    request.answered(204);
    request.end();
    assertThat(recorded.only().eventType()).isEqualTo(EventType.EMAIL_SENT);
  }

  @Test
  void unreadBodyIsUnknown() {
    WebhookRequest request = begin(SENT.length);
    request.answered(200);
    request.end();
    assertThat(recorded.only().eventType()).isEqualTo(EventType.UNKNOWN);
    assertThat(recorded.only().errorReason()).isNull();
  }

  @Test
  void partlyReadBodyYieldsTheFieldsRead() {
    WebhookRequest request = begin(SENT.length);
    request.read(SENT, 0, SENT.length - 3);
    request.answered(200);
    request.end();
    assertThat(recorded.only().eventType()).isEqualTo(EventType.EMAIL_SENT);
  }

  @Test
  void barelyReadBodyIsUnknownNotMalformed() {
    WebhookRequest request = begin(SENT.length);
    request.read(SENT, 0, 10);
    request.answered(200);
    request.end();
    assertThat(recorded.only().eventType()).isEqualTo(EventType.UNKNOWN);
    assertThat(recorded.only().errorReason()).isNull();
  }

  @Test
  void bodyBeyondTheLimitIsReadToItsEnd() {
    byte[] large = new byte[WebhookRequest.MOST_BYTES * 2];
    Arrays.fill(large, (byte) ' ');
    System.arraycopy(SENT, 0, large, 0, SENT.length - 1);
    large[large.length - 1] = '}';
    assertThat(answered(large, 200).eventType()).isEqualTo(EventType.EMAIL_SENT);
    assertThat(recorded.only().errorReason()).isNull();
  }

  @Test
  void fieldsBeyondTheLimitAreUnknownNotMalformed() {
    byte[] large = new byte[WebhookRequest.MOST_BYTES * 2];
    Arrays.fill(large, (byte) ' ');
    System.arraycopy(SENT, 0, large, large.length - SENT.length, SENT.length);
    large[0] = '{';
    large[large.length - SENT.length] = ' ';
    assertThat(answered(large, 200).eventType()).isEqualTo(EventType.UNKNOWN);
    assertThat(recorded.only().errorReason()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"customer\":{\"email\":\"robin.vale@example.net\"}}"})
  void campaignActionIsNotAnEvent(String body) {
    answer(begin(body.length()), body.getBytes(UTF_8), 500);
    assertThat(recorded.webhooks).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "application/x-www-form-urlencoded; charset=UTF-8, 0",
    "Multipart/form-data; boundary=x, 0",
    "application/json, 1",
    "text/plain, 1",
    ", 1",
  })
  void formIsIgnoredAndOtherNonJsonIsMalformed(String contentType, int counted) {
    byte[] form = "email=robin.vale%40example.net".getBytes(UTF_8);
    answer(webhooks.begin("/hooks", "x", "1", contentType, form.length), form, 200);
    assertThat(recorded.webhooks).hasSize(counted);
    assertThat(recorded.webhooks).allMatch(each -> each.errorReason() == ErrorReason.MALFORMED);
  }

  @Test
  void malformedBodyDoesNotAffectTheNext() {
    answer(begin(3), "{{{".getBytes(UTF_8), 200);
    answer(begin(SENT.length), SENT, 200);
    assertThat(recorded.webhooks)
        .extracting(each -> each.eventType().name() + " " + each.errorReason())
        .containsExactly("unknown MALFORMED", "email_sent null");
  }

  @ParameterizedTest
  @CsvSource({
    "200, ",
    "204, ",
    "299, ",
    "302, HANDLER_ERROR",
    "400, HANDLER_ERROR",
    "401, HANDLER_ERROR",
    "500, HANDLER_ERROR",
    "0, HANDLER_ERROR"
  })
  void onlyStatus2xxIsASuccess(int status, ErrorReason reason) {
    assertThat(answered(SENT, status).errorReason()).isEqualTo(reason);
    assertThat(recorded.only().eventType()).isEqualTo(EventType.EMAIL_SENT);
  }

  @Test
  void receiverThatThrowsIsAFailure() {
    WebhookRequest request = begin(SENT.length);
    IllegalStateException thrown = new IllegalStateException("x");
    request.failed(thrown);
    answer(request, SENT, 200);
    assertThat(recorded.only().errorReason()).isEqualTo(ErrorReason.HANDLER_ERROR);
    assertThat(recorded.only().error()).isSameAs(thrown);
  }

  @Test
  void eventReceivedTwiceIsRepeated() {
    answer(begin(SENT.length), SENT, 500);
    answer(begin(SENT.length), SENT, 200);
    answer(begin(-1), WebhookBodies.email("e2", "sent", ""), 200);
    assertThat(recorded.webhooks)
        .extracting(Webhook::isRepeated)
        .containsExactly(false, true, false);
    assertThat(recorded.webhooks)
        .extracting(Webhook::errorReason)
        .containsExactly(ErrorReason.HANDLER_ERROR, null, null);
  }

  @Test
  void slowReceiverIsReportedBeforeItResponds() {
    WebhookRequest request = begin(SENT.length);
    request.read(SENT, 0, SENT.length);
    recorded.timeouts.get(0).run();
    assertThat(recorded.earlyErrors).containsExactly(ErrorReason.TOO_SLOW);
    request.answered(500);
    request.end();
    recorded.timeouts.get(0).run();
    assertThat(recorded.earlyErrors).hasSize(1);
    assertThat(recorded.only().errorReason()).isEqualTo(ErrorReason.TOO_SLOW);
    assertThat(recorded.only().isErrorReported()).isTrue();
    assertThat(recorded.only().eventType()).isEqualTo(EventType.EMAIL_SENT);
  }

  @Test
  void hangingReceiverThatReadsNothingIsTooSlow() {
    begin(SENT.length);
    recorded.timeouts.get(0).run();
    assertThat(recorded.earlyErrors).containsExactly(ErrorReason.TOO_SLOW);
  }

  @Test
  void slowCampaignActionIsNotTooSlow() {
    WebhookRequest request = begin(2);
    request.read("{}".getBytes(UTF_8), 0, 2);
    recorded.timeouts.get(0).run();
    request.end();
    assertThat(recorded.earlyErrors).isEmpty();
    assertThat(recorded.webhooks).isEmpty();
  }
}
