package io.cioagent.core.webhook;

import io.cioagent.core.base.BodyCopy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The response to a transactional send. */
public final class SendResponse {
  /** The first bytes of every gzip stream, which JSON cannot start with. */
  private static final byte[] GZIP = {0x1f, (byte) 0x8b};

  /** The limit for a decompressed response; a real one has a few hundred bytes. */
  private static final int MOST_BYTES = 16 * 1024;

  private SendResponse() {}

  /**
   * The delivery id by which webhooks identify the message.
   *
   * @param body the part of the response that was read, possibly compressed with gzip
   * @return null if there is none, or if it was not read yet
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
      // An undocumented or incomplete response: the send cannot be linked to its webhooks.
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
