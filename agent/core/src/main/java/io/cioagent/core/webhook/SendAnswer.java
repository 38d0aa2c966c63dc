package io.cioagent.core.webhook;

import io.cioagent.core.base.BodyCopy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The answer to a transactional send. */
public final class SendAnswer {
  /** How every gzip stream begins; no JSON does. */
  private static final byte[] GZIP = {0x1f, (byte) 0x8b};

  /** As much of an inflated answer is looked at; a real one has some hundred bytes. */
  private static final int MOST_BYTES = 16 * 1024;

  private SendAnswer() {}

  /**
   * The id that webhooks will name the message by.
   *
   * @param body the answer as far as it was read, as it is or compressed by gzip
   * @return null where there is none, or not yet
   */
  public static @Nullable String deliveryId(BodyCopy body) {
    if (body.length() < GZIP.length) {
      return null;
    }
    try {
      byte[] bytes = body.bytes();
      return EventParser.deliveryId(
          bytes[0] == GZIP[0] && bytes[1] == GZIP[1] ? inflated(body) : body);
    } catch (IOException e) {
      // Another answer than the documented one, or half of one: then nothing can be joined.
      return null;
    }
  }

  private static BodyCopy inflated(BodyCopy body) throws IOException {
    BodyCopy inflated = new BodyCopy(MOST_BYTES, MOST_BYTES);
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(body.bytes(), 0, body.length()))) {
      byte[] part = new byte[1024];
      for (int read = in.read(part); read > 0 && !inflated.isCut(); read = in.read(part)) {
        inflated.add(part, 0, read);
      }
    }
    return inflated;
  }
}
