package io.cioagent.instrumentation.httpurlconnection;

import io.cioagent.core.observe.AnswerBody;
import io.cioagent.instrumentation.LibraryObjects;

/** The answers to sends that the application may read, by the stream that it reads. */
final class Readings {
  private final LibraryObjects<Reading> byStream = new LibraryObjects<>();

  /** The application gets the stream, now or once more. */
  void begin(Object stream, AnswerBody body) {
    if (byStream.get(stream) == null) {
      byStream.put(stream, new Reading(body));
    }
  }

  /** Null for any other answer. */
  Reading find(Object stream) {
    return byStream.get(stream);
  }

  void end(Object stream) {
    Reading reading = byStream.remove(stream);
    if (reading != null) {
      reading.end();
    }
  }
}
