package io.cioagent.core.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cioagent.core.base.BodyCopy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Webhook bodies as they are received. */
final class WebhookBodies {
  private WebhookBodies() {}

  /** The contents of a test resource. */
  static byte[] file(String name) {
    try (InputStream in = WebhookBodies.class.getResourceAsStream(name)) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] part = new byte[4096];
      for (int read = in.read(part); read >= 0; read = in.read(part)) {
        bytes.write(part, 0, read);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static BodyCopy copy(byte[] bytes) {
    BodyCopy copy = new BodyCopy(WebhookRequest.MOST_BYTES, bytes.length);
    copy.add(bytes, 0, bytes.length);
    return copy;
  }

  static BodyCopy copy(String text) {
    return copy(text.getBytes(UTF_8));
  }

  /** The body of an email event; the rest of {@code data} may be empty. */
  static byte[] email(String eventId, String metric, String data) {
    return ("{\"event_id\":\""
            + eventId
            + "\",\"object_type\":\"email\",\"metric\":\""
            + metric
            + "\",\"timestamp\":1789000333,\"data\":{"
            + data
            + "}}")
        .getBytes(UTF_8);
  }
}
