package io.cioagent.instrumentation.javanethttp;

import io.cioagent.core.observe.AnswerBody;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import java.util.List;

/** A frame's bytes go to the application's subscriber as soon as that has asked for more. */
final class FrameAdapter extends Adapter {
  private static final int END_STREAM = 1;

  private final Bodies bodies;

  FrameAdapter(Observer observer, Bodies bodies) {
    super(observer, "javanethttp");
    this.bodies = bodies;
  }

  /** What a frame belongs to, and holds. */
  private static final class Arrived {
    final AnswerBody body;
    final List<?> bytes;

    Arrived(AnswerBody body, List<?> bytes) {
      this.body = body;
      this.bytes = bytes;
    }
  }

  @Override
  public Object enter(Object frame, Object bytes, Object unused) {
    // A stream may look more than once before its subscriber has asked.
    AnswerBody body = bodies.take(frame);
    return body == null ? null : new Arrived(body, (List<?>) bytes);
  }

  @Override
  public void exit(Object scope, Object flags, Throwable thrown) {
    Arrived arrived = (Arrived) scope;
    NextAdapter.read(arrived.body, arrived.bytes);
    if (((Integer) flags & END_STREAM) != 0) {
      arrived.body.end();
    }
  }
}
