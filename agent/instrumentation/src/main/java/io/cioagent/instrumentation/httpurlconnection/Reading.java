package io.cioagent.instrumentation.httpurlconnection;

import io.cioagent.core.observe.AnswerBody;
import java.nio.ByteBuffer;

/**
 * How far the application has read one answer. A stream that is reset gives the same bytes again.
 * Used by one thread at a time, as the stream itself.
 */
final class Reading {
  private final AnswerBody body;
  private long position;
  private long marked;
  private long told;

  Reading(AnswerBody body) {
    this.body = body;
  }

  /** The application has read these bytes. */
  void read(ByteBuffer bytes) {
    int known = (int) Math.min(Math.max(told - position, 0), bytes.remaining());
    position += bytes.remaining();
    told = Math.max(told, position);
    bytes.position(bytes.position() + known);
    body.read(bytes);
  }

  void mark() {
    marked = position;
  }

  void reset() {
    position = marked;
  }

  void end() {
    body.end();
  }
}
