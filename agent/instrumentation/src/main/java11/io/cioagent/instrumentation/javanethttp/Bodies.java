package io.cioagent.instrumentation.javanethttp;

import io.cioagent.core.observe.AnswerBody;
import io.cioagent.instrumentation.LibraryObjects;

/**
 * The answers to sends that are on their way to the application, by the client's own objects: first
 * the answer's head, then what brings the bytes, which is the subscriber in HTTP/1.1 and a frame in
 * HTTP/2.
 */
final class Bodies {
  private final LibraryObjects<AnswerBody> byClientObject = new LibraryObjects<>();

  /**
   * @param body null for any other answer
   */
  void bind(Object clientObject, AnswerBody body) {
    if (body != null) {
      byClientObject.put(clientObject, body);
    }
  }

  /** Null for any other answer; the object may be null. */
  AnswerBody find(Object clientObject) {
    return byClientObject.get(clientObject);
  }

  /** As {@link #find}, once. */
  AnswerBody take(Object clientObject) {
    return byClientObject.remove(clientObject);
  }
}
