package io.cioagent.instrumentation.jettyclient;

import io.cioagent.core.observe.AnswerBody;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.answer.Answers;

/** A listener got a chunk of the content that it asked for. */
public final class ChunkAdapter extends JettyAdapter {

  public ChunkAdapter(Observer observer) {
    super(observer);
  }

  @Override
  public Object enter(Object source, Object chunk, Object unused) {
    AnswerBody body = Answers.of(source);
    if (body != null) {
      body.read(Chunk.content(chunk));
      if (Chunk.isLast(chunk)) {
        Answers.end(source);
      }
    }
    return null;
  }
}
