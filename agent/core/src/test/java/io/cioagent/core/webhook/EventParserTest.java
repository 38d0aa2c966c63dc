package io.cioagent.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventParserTest {
  private static final String REPORT =
      "\"event_id\":\"e1\",\"object_type\":\"email\",\"metric\":\"sent\"";

  private static Event parse(String json) throws IOException {
    return EventParser.parse(WebhookBodies.copy(json), false);
  }

  @Test
  void fieldsMayComeInAnyOrder() throws Exception {
    Event event =
        parse(
            "{\"new\":{\"event_id\":\"no\",\"data\":[{}]},\"data\":{\"x\":[1,{\"campaign_id\":7}],"
                + "\"newsletter_id\":57,\"delivery_id\":\"d1\"},\"metric\":\"opened\",\"also\":[[]],"
                + "\"object_type\":\"email\",\"timestamp\":1789000333,\"event_id\":\"e1\"}\n");
    assertThat(event.id()).isEqualTo("e1");
    assertThat(event.type().name()).isEqualTo("email_opened");
    assertThat(event.campaignType()).isEqualTo(CampaignType.NEWSLETTER);
    assertThat(event.deliveryId()).isEqualTo("d1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'campaign_id':118                                                  | campaign",
        "'campaign_id':'118'                                                | campaign",
        "'campaign_id':118,'newsletter_id':null                             | campaign",
        "'campaign_id':null,'broadcast_id':null,'newsletter_id':57          | newsletter",
        "'campaign_id':118,'broadcast_id':31                                | broadcast",
        "'trigger_id':9                                                     | broadcast",
        "'broadcast_id':null,'trigger_id':9                                 | broadcast",
        "'trigger_id':null,'broadcast_id':31                                | broadcast",
        "'newsletter_id':57,'broadcast_id':31                               | newsletter",
        "'transactional_message_id':'order_shipped','campaign_id':118       | transactional",
        "'transactional_message_id':14                                      | transactional",
        "'transactional_message_id':'','campaign_id':''                     | unknown",
        "'campaign_id':null                                                 | unknown",
        "'trigger_event_id':'01RS'                                          | unknown",
        "'campaign_id':{'deep':1}                                           | unknown",
      })
  void firstIdPresentDecidesTheCampaignType(String data, String campaignType) throws Exception {
    Event event = parse(("{" + REPORT + ",\"data\":{" + data + "}}").replace('\'', '"'));
    assertThat(event.campaignType().label()).isEqualTo(campaignType);
  }

  @ParameterizedTest
  @CsvSource({
    "1789000333, 1789000333",
    "'\"1585250199\"', 1585250199",
    "1789000333.75, 1789000333",
    "'\"junk\"', 0",
    "null, 0",
    "-5, 0",
    "1e300, 0",
    "'[1789000333]', 0",
    "true, 0",
  })
  void timestampMayBeANumberOrText(String written, long seconds) throws Exception {
    assertThat(parse("{\"timestamp\":" + written + "," + REPORT + "}").timestampSeconds())
        .isEqualTo(seconds);
  }

  @Test
  void formatBefore2020() throws Exception {
    Event event =
        parse(
            "{\"event_type\":\"email_delivered\",\"event_id\":\"e1\",\"timestamp\":1508797222,"
                + "\"data\":{\"campaign_id\":\"1000002\",\"customer_id\":\"7\"}}");
    assertThat(event.isReport()).isTrue();
    assertThat(event.type()).isEqualTo(EventType.EMAIL_DELIVERED);
    assertThat(event.channel()).isEqualTo("email");
    assertThat(event.metric()).isEqualTo("delivered");
    assertThat(event.campaignType()).isEqualTo(CampaignType.CAMPAIGN);
  }

  @Test
  void misspelledFieldOfOneSchema() throws Exception {
    Event event =
        parse(
            "{\"event_id\":\"e1\",\"object_type_type\":\"customer\","
                + "\"metric\":\"cio_subscription_preferences_changed\"}");
    assertThat(event.type().name()).isEqualTo("customer_subscription_preferences_changed");
    assertThat(event.isOfMessage()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"event_id\":\"e1\"}",
        "{\"event_id\":\"e1\",\"metric\":\"sent\"}",
        "{\"object_type\":\"email\",\"metric\":\"sent\"}",
        "{\"event_id\":null,\"object_type\":\"email\",\"metric\":\"sent\"}",
        "{\"event_id\":{},\"object_type\":\"email\",\"metric\":[\"sent\"]}",
        "{\"data\":{\"event_id\":\"e1\",\"object_type\":\"email\",\"metric\":\"sent\"}}",
        "{\"email\":\"robin.vale@example.net\",\"order\":{\"total\":12.5}}",
      })
  void otherJsonIsNotAReport(String json) throws Exception {
    Event event = parse(json);
    assertThat(event.isReport()).isFalse();
    assertThat(event.isComplete()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "nonsense",
        "[{}]",
        "\"text\"",
        "42",
        "{\"event_id\":",
        "{\"event_id\":\"e1\",}",
        "{'event_id':'e1'}",
        "<xml/>",
        "{\"a\":1",
        "\u0000\u0001"
      })
  void nonObjectBodyIsMalformed(String body) {
    assertThatThrownBy(() -> parse(body)).isInstanceOf(IOException.class);
  }

  @Test
  void truncatedBodyYieldsTheFieldsRead() throws Exception {
    String truncated = "{" + REPORT + ",\"data\":{\"campaign_id\":118,\"content\":\"<html>";
    Event event = EventParser.parse(WebhookBodies.copy(truncated), true);
    assertThat(event.isReport()).isTrue();
    assertThat(event.isComplete()).isFalse();
    assertThat(event.campaignType()).isEqualTo(CampaignType.CAMPAIGN);
    assertThatThrownBy(() -> parse(truncated)).isInstanceOf(IOException.class);
  }

  @Test
  void deepNestingDoesNotHideLaterFields() throws Exception {
    int depth = 9_000;
    String deep =
        String.join("", Collections.nCopies(depth, "{\"a\":["))
            + String.join("", Collections.nCopies(depth, "]}"));
    assertThat(parse("{\"x\":" + deep + "," + REPORT + "}").type().name()).isEqualTo("email_sent");
  }

  @Test
  void largeInvalidBodyIsMalformed() {
    byte[] nonsense = new byte[WebhookRequest.MOST_BYTES];
    Arrays.fill(nonsense, (byte) '[');
    assertThatThrownBy(() -> EventParser.parse(WebhookBodies.copy(nonsense), false))
        .isInstanceOf(IOException.class);
    Arrays.fill(nonsense, (byte) '7');
    assertThatThrownBy(() -> EventParser.parse(WebhookBodies.copy(nonsense), false))
        .isInstanceOf(IOException.class);
    new Random(7).nextBytes(nonsense);
    assertThatThrownBy(() -> EventParser.parse(WebhookBodies.copy(nonsense), false))
        .isInstanceOf(IOException.class);
  }

  @Test
  void invalidIdsAreDropped() throws Exception {
    String endless = String.join("", Collections.nCopies(100_000, "x"));
    assertThat(
            parse("{\"event_id\":\"" + endless + "\",\"object_type\":\"a\",\"metric\":\"b\"}")
                .isReport())
        .isFalse();
  }

  @Test
  void unknownTypesAreUnknown() throws Exception {
    Event event =
        parse(
            "{\"event_id\":\"e1\",\"object_type\":\"fax\",\"metric\":\"jammed\","
                + "\"data\":{\"campaign_id\":1}}");
    assertThat(event.type()).isEqualTo(EventType.UNKNOWN);
    assertThat(event.channel()).isEqualTo("unknown");
    assertThat(event.metric()).isEqualTo("unknown");
  }
}
