package io.cioagent.instrumentation.answer;

import io.cioagent.core.call.AnswerBody;
import io.cioagent.instrumentation.LibraryObjects;
import org.jspecify.annotations.Nullable;

/**
 * The answers to sends that the application has yet to read, by the library's object that gives out
 * the body. One for each copy of a library, as everything that is loaded beside one.
 */
public final class Answers {
  private static final LibraryObjects<AnswerBody> BODIES = new LibraryObjects<>();

  private Answers() {}

  /**
   * Remembers what is read of a source.
   *
   * @param source a stream, a decoder or a response, which gives out this body and no other
   * @param body null for nearly all answers, whose body is of no interest
   */
  public static void expect(@Nullable Object source, @Nullable AnswerBody body) {
    if (body != null && source != null) {
      BODIES.put(source, body);
    }
  }

  /** Null for an answer whose body is of no interest. */
  public static @Nullable AnswerBody of(Object source) {
    return BODIES.get(source);
  }

  /** The application has all of the body, or reads no more of it. */
  public static void end(Object source) {
    AnswerBody body = BODIES.remove(source);
    if (body != null) {
      body.end();
    }
  }
}
