package io.cioagent.instrumentation.reactornetty;

import io.cioagent.core.observe.AnswerBody;
import io.cioagent.instrumentation.LibraryObjects;

/** The answers to sends that arrive, by what the client makes for each exchange on the wire. */
final class Bodies {
  private static final LibraryObjects<AnswerBody> BY_OPERATIONS = new LibraryObjects<>();

  private Bodies() {}

  /**
   * @param body null for any other answer
   */
  static void bind(Object operations, AnswerBody body) {
    if (body != null) {
      BY_OPERATIONS.put(operations, body);
    }
  }

  /** Null for any other answer. */
  static AnswerBody find(Object operations) {
    return BY_OPERATIONS.get(operations);
  }
}
