package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.core.observe.AnswerBody;
import io.cioagent.instrumentation.answer.Answers;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthInputStream;
import org.apache.hc.core5.http.impl.io.IdentityInputStream;

/** The streams of a connection, which the application reads an answer's body from. */
final class AnswerStreams {
  private AnswerStreams() {}

  /**
   * @param response as it came from the connection, whose entity just holds its stream
   * @param body null where nobody wants to know, as for nearly all answers
   */
  static void expect(ClassicHttpResponse response, AnswerBody body) {
    HttpEntity entity = body == null ? null : response.getEntity();
    if (entity == null || !entity.isStreaming()) {
      return;
    }
    try {
      InputStream stream = entity.getContent();
      // One that is always empty serves all.
      if (stream instanceof ContentLengthInputStream
          || stream instanceof ChunkedInputStream
          || stream instanceof IdentityInputStream) {
        Answers.expect(stream, body);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
