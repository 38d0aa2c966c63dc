package io.cioagent.instrumentation.okhttp;

import io.cioagent.core.observe.AnswerBody;
import io.cioagent.core.observe.Exchange;
import io.cioagent.instrumentation.LibraryObjects;
import java.lang.reflect.Field;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Source;

/** The answers to sends that the application may read, by the innermost source of their bytes. */
final class Sources {
  private static final LibraryObjects<AnswerBody> OPEN = new LibraryObjects<>();

  /** Looked up once, as soon as there is an object of that class, which is not always public. */
  private static volatile Field buffered;

  private Sources() {}

  /** An answer comes from the wire; nothing of its body was read yet. */
  static void answered(Exchange exchange, Response response) {
    exchange.answered(response.code());
    AnswerBody body = exchange.answerBody();
    ResponseBody ofResponse = body == null ? null : response.body();
    if (ofResponse != null) {
      OPEN.put(innermost(ofResponse.source()), body);
    }
  }

  /** Null for any other answer. */
  static AnswerBody find(Object source) {
    return OPEN.get(source);
  }

  private static Source innermost(BufferedSource source) {
    Source inner = beneath(source);
    while (inner instanceof ForwardingSource) {
      inner = ((ForwardingSource) inner).delegate();
    }
    return inner;
  }

  private static Source beneath(BufferedSource source) {
    try {
      Field field = buffered;
      if (field == null) {
        field = source.getClass().getDeclaredField("source");
        field.setAccessible(true);
        buffered = field;
      }
      return (Source) field.get(source);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("unknown version", e);
    }
  }
}
