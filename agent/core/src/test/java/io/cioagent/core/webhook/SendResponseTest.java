package io.cioagent.core.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.base.BodyCopy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendResponseTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "{\"delivery_id\":\"RPILAgUBcRhIBqSp7kiPekGBIeVh\",\"queued_at\":1500111111} | RPILAgUBcRhIBqSp7kiPekGBIeVh",
        "{\"instance\":{\"delivery_id\":\"no\"},\"delivery_id\":\"yes\"}              | yes",
        "{\"delivery_id\":\"half                                                      | none",
        "{\"delivery_id\":null}                                                       | none",
        "{\"meta\":{\"error\":\"no\"}}                                                | none",
        "[]                                                                           | none",
        "x                                                                            | none",
      })
  void readsTheDeliveryId(String body, String deliveryId) {
    assertThat(SendResponse.deliveryId(WebhookBodies.copy(body))).isEqualTo(deliveryId);
  }

  @Test
  void readsCompressedResponses() throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write("{\"delivery_id\":\"dlv-1\"}".getBytes(UTF_8));
    }
    byte[] bytes = compressed.toByteArray();
    assertThat(SendResponse.deliveryId(WebhookBodies.copy(bytes))).isEqualTo("dlv-1");
    BodyCopy half = new BodyCopy(100, 0);
    half.add(bytes, 0, bytes.length / 2);
    assertThat(SendResponse.deliveryId(half)).isNull();
  }
}
