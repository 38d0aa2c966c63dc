package io.cioagent.instrumentation.apachehttpclient4;

import io.cioagent.core.observe.AnswerBody;
import io.cioagent.instrumentation.answer.Answers;
import java.lang.reflect.Field;
import org.apache.http.HttpResponse;
import org.apache.http.entity.BasicHttpEntity;
import org.apache.http.impl.io.ChunkedInputStream;
import org.apache.http.impl.io.ContentLengthInputStream;
import org.apache.http.impl.io.IdentityInputStream;

/** The streams of a connection, which the application reads an answer's body from. */
final class AnswerStreams {
  private volatile Field content;

  /**
   * @param response as it came from the connection
   * @param body null where nobody wants to know, as for nearly all answers
   */
  void expect(HttpResponse response, AnswerBody body) {
    if (body != null && response.getEntity() instanceof BasicHttpEntity) {
      Object stream = stream((BasicHttpEntity) response.getEntity());
      // One that is always empty serves all.
      if (stream instanceof ContentLengthInputStream
          || stream instanceof ChunkedInputStream
          || stream instanceof IdentityInputStream) {
        Answers.expect(stream, body);
      }
    }
  }

  /** Not by its getter, which HttpCore 4.0 allows to be called once. */
  private Object stream(BasicHttpEntity entity) {
    try {
      Field field = content;
      if (field == null) {
        field = BasicHttpEntity.class.getDeclaredField("content");
        field.setAccessible(true);
        content = field;
      }
      return field.get(entity);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
