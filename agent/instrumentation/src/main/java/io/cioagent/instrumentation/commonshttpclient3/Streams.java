package io.cioagent.instrumentation.commonshttpclient3;

import io.cioagent.core.observe.AnswerBody;
import io.cioagent.instrumentation.LibraryObjects;

/** The answers to sends that the application may read, by the stream that it reads. */
final class Streams {
  private static final LibraryObjects<AnswerBody> OPEN = new LibraryObjects<>();

  private Streams() {}

  /**
   * @param body null for any other answer
   */
  static void opened(Object stream, AnswerBody body) {
    if (body != null) {
      OPEN.put(stream, body);
    }
  }

  /** Null for any other answer. */
  static AnswerBody find(Object stream) {
    return OPEN.get(stream);
  }
}
