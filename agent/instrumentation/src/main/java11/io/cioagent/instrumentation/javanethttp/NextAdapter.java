package io.cioagent.instrumentation.javanethttp;

import io.cioagent.core.observe.AnswerBody;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import java.nio.ByteBuffer;
import java.util.List;

/** The application's subscriber gets bytes of an answer of HTTP/1.1. */
final class NextAdapter extends Adapter {
  private final Bodies bodies;

  NextAdapter(Observer observer, Bodies bodies) {
    super(observer, "javanethttp");
    this.bodies = bodies;
  }

  @Override
  public Object enter(Object subscriber, Object userSubscriber, Object bytes) {
    // Before Java 20 the application's own is what the answer has met.
    AnswerBody body = bodies.find(subscriber);
    if (body == null) {
      body = bodies.find(userSubscriber);
    }
    if (body != null) {
      read(body, (List<?>) bytes);
    }
    return null;
  }

  static void read(AnswerBody body, List<?> bytes) {
    for (Object each : bytes) {
      body.read((ByteBuffer) each);
    }
  }
}
