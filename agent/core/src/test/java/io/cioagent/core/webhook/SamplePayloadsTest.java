package io.cioagent.core.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** All sample payloads with their event types according to the reference. */
class SamplePayloadsTest {
  private static final String TABLE = "samples.csv";

  @ParameterizedTest
  @CsvFileSource(resources = TABLE, numLinesToSkip = 1)
  void sampleMatchesTheTable(
      String file,
      String eventType,
      String channel,
      String metric,
      String campaignType,
      String bounceType)
      throws Exception {
    byte[] body = WebhookBodies.file("samples/" + file);
    Event event = EventParser.parse(WebhookBodies.copy(body), false);

    assertThat(event.isReport()).isTrue();
    assertThat(event.type().name()).isEqualTo(eventType);
    assertThat(event.channel()).isEqualTo(channel);
    assertThat(event.metric()).isEqualTo(metric);
    assertThat(event.campaignType().label()).isEqualTo(campaignType);
    if (bounceType != null) {
      assertThat(event.bounceType().label()).isEqualTo(bounceType);
    }
    JsonNode json = new ObjectMapper().readTree(body);
    assertThat(event.id()).isEqualTo(json.get("event_id").textValue());
    assertThat(event.timestampSeconds()).isEqualTo(json.get("timestamp").longValue());
    assertThat(event.deliveryId()).isEqualTo(json.at("/data/delivery_id").textValue());
  }

  @Test
  void tableListsEverySample() throws Exception {
    String[] files = new File(getClass().getResource("samples").toURI()).list();
    Arrays.sort(files);
    List<String> rows =
        Arrays.stream(new String(WebhookBodies.file(TABLE), UTF_8).split("\n"))
            .skip(1)
            .map(row -> row.substring(0, row.indexOf(',')))
            .collect(Collectors.toList());
    assertThat(rows).containsExactlyInAnyOrder(files);
  }

  /** The 69 documented pairs and the four that are only available as subscriptions. */
  @Test
  void vocabularyIsComplete() {
    assertThat(EventType.all()).hasSize(69 + 4 + 1);
  }
}
