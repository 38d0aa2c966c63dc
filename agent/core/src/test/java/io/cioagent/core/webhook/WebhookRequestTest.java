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
  private static final byte[] SENT = Bodies.email("e1", "sent", "\"campaign_id\":118");

  private static final String CALLER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private final Told told = new Told();
  private final Webhooks webhooks = told.webhooks(WebhookRules.DEFAULT);

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
    return told.only();
  }

  @Test
  void anEventIsToldWhenItIsAnswered() {
    WebhookRequest request = begin(SENT.length);
    request.read(SENT, 0, SENT.length);
    request.answered(200);
    assertThat(told.webhooks).isEmpty();
    request.end();

    Webhook webhook = told.only();
    assertThat(webhook.eventType()).isEqualTo(EventType.EMAIL_SENT);
    assertThat(webhook.errorReason()).isNull();
    assertThat(webhook.isRepeated()).isFalse();
    assertThat(webhook.status()).isEqualTo(200);
    assertThat(webhook.durationNanos()).isPositive();
    assertThat(told.calledOff).isEqualTo(1);
  }

  @Test
  void itIsBeneathTheSpanThatIsThereWhenItIsRead() {
    TraceParent[] current = {null};
    TraceSource tracer = () -> current[0];
    told.traces.add(tracer);
    WebhookRequest request = begin(SENT.length);
    current[0] = new TraceParent("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", true);
    request.read(SENT[0]);
    current[0] = new TraceParent("0af7651916cd43dd8448eb211c80319c", "1111111111111111", true);
    request.read(SENT, 1, SENT.length - 1);
    request.answered(200);
    request.end();
    assertThat(told.only().parent().spanId()).isEqualTo("b7ad6b7169203331");
    assertThat(tracer.current()).isNotNull();
  }

  @Test
  void itIsBeneathItsSenderWhereNoTracerKnowsOfIt() {
    told.traces.requests().begin("request", (request, name) -> CALLER);
    try {
      WebhookRequest request = begin(SENT.length);
      request.end();
    } finally {
      told.traces.requests().end();
    }
    assertThat(told.only().parent().spanId()).isEqualTo("b7ad6b7169203331");
  }

  @Test
  void itEndsOnce() {
    WebhookRequest request = begin(SENT.length);
    answer(request, SENT, 200);
    answer(request, SENT, 500);
    request.read(7);
    request.read(ByteBuffer.wrap(SENT));
    assertThat(told.only().errorReason()).isNull();
  }

  @Test
  void bytesComeInEveryWay() {
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
    assertThat(told.only().eventType()).isEqualTo(EventType.EMAIL_SENT);
  }

  @Test
  void aBodyThatNobodyReadsIsUnknown() {
    WebhookRequest request = begin(SENT.length);
    request.answered(200);
    request.end();
    assertThat(told.only().eventType()).isEqualTo(EventType.UNKNOWN);
    assertThat(told.only().errorReason()).isNull();
  }

  @Test
  void aBodyReadInPartSaysWhatWasRead() {
    WebhookRequest request = begin(SENT.length);
    request.read(SENT, 0, SENT.length - 3);
    request.answered(200);
    request.end();
    assertThat(told.only().eventType()).isEqualTo(EventType.EMAIL_SENT);
  }

  @Test
  void aBodyReadTooLittleOfIsUnknownAndNotMalformed() {
    WebhookRequest request = begin(SENT.length);
    request.read(SENT, 0, 10);
    request.answered(200);
    request.end();
    assertThat(told.only().eventType()).isEqualTo(EventType.UNKNOWN);
    assertThat(told.only().errorReason()).isNull();
  }

  @Test
  void moreThanIsKeptIsReadOn() {
    byte[] large = new byte[WebhookRequest.MOST_BYTES * 2];
    Arrays.fill(large, (byte) ' ');
    System.arraycopy(SENT, 0, large, 0, SENT.length - 1);
    large[large.length - 1] = '}';
    assertThat(answered(large, 200).eventType()).isEqualTo(EventType.EMAIL_SENT);
    assertThat(told.only().errorReason()).isNull();
  }

  @Test
  void whatIsBeyondWhatIsKeptIsUnknownAndNotMalformed() {
    byte[] large = new byte[WebhookRequest.MOST_BYTES * 2];
    Arrays.fill(large, (byte) ' ');
    System.arraycopy(SENT, 0, large, large.length - SENT.length, SENT.length);
    large[0] = '{';
    large[large.length - SENT.length] = ' ';
    assertThat(answered(large, 200).eventType()).isEqualTo(EventType.UNKNOWN);
    assertThat(told.only().errorReason()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"customer\":{\"email\":\"robin.vale@example.net\"}}"})
  void aCampaignsOwnActionIsNoEvent(String body) {
    answer(begin(body.length()), body.getBytes(UTF_8), 500);
    assertThat(told.webhooks).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "application/x-www-form-urlencoded; charset=UTF-8, 0",
    "Multipart/form-data; boundary=x, 0",
    "application/json, 1",
    "text/plain, 1",
    ", 1",
  })
  void aFormIsNoEventAndOtherNonsenseIsMalformed(String contentType, int counted) {
    byte[] form = "email=robin.vale%40example.net".getBytes(UTF_8);
    answer(webhooks.begin("/hooks", "x", "1", contentType, form.length), form, 200);
    assertThat(told.webhooks).hasSize(counted);
    assertThat(told.webhooks).allMatch(each -> each.errorReason() == ErrorReason.MALFORMED);
  }

  @Test
  void aMalformedOneDoesNotHideTheNext() {
    answer(begin(3), "{{{".getBytes(UTF_8), 200);
    answer(begin(SENT.length), SENT, 200);
    assertThat(told.webhooks)
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
  void anythingButA2xxIsAFailure(int status, ErrorReason reason) {
    assertThat(answered(SENT, status).errorReason()).isEqualTo(reason);
    assertThat(told.only().eventType()).isEqualTo(EventType.EMAIL_SENT);
  }

  @Test
  void aReceiverThatThrowsIsAFailure() {
    WebhookRequest request = begin(SENT.length);
    IllegalStateException thrown = new IllegalStateException("x");
    request.failed(thrown);
    answer(request, SENT, 200);
    assertThat(told.only().errorReason()).isEqualTo(ErrorReason.HANDLER_ERROR);
    assertThat(told.only().error()).isSameAs(thrown);
  }

  @Test
  void anEventThatComesAgainIsRepeated() {
    answer(begin(SENT.length), SENT, 500);
    answer(begin(SENT.length), SENT, 200);
    answer(begin(-1), Bodies.email("e2", "sent", ""), 200);
    assertThat(told.webhooks).extracting(Webhook::isRepeated).containsExactly(false, true, false);
    assertThat(told.webhooks)
        .extracting(Webhook::errorReason)
        .containsExactly(ErrorReason.HANDLER_ERROR, null, null);
  }

  @Test
  void patienceEndsBeforeTheReceiverDoes() {
    WebhookRequest request = begin(SENT.length);
    request.read(SENT, 0, SENT.length);
    told.patience.get(0).run();
    assertThat(told.early).containsExactly(ErrorReason.TOO_SLOW);
    request.answered(500);
    request.end();
    told.patience.get(0).run();
    assertThat(told.early).hasSize(1);
    assertThat(told.only().errorReason()).isEqualTo(ErrorReason.TOO_SLOW);
    assertThat(told.only().isErrorReported()).isTrue();
    assertThat(told.only().eventType()).isEqualTo(EventType.EMAIL_SENT);
  }

  @Test
  void aReceiverThatReadsNothingAndHangsIsTooSlow() {
    begin(SENT.length);
    told.patience.get(0).run();
    assertThat(told.early).containsExactly(ErrorReason.TOO_SLOW);
  }

  @Test
  void aCampaignsOwnActionMayTakeItsTime() {
    WebhookRequest request = begin(2);
    request.read("{}".getBytes(UTF_8), 0, 2);
    told.patience.get(0).run();
    request.end();
    assertThat(told.early).isEmpty();
    assertThat(told.webhooks).isEmpty();
  }
}
