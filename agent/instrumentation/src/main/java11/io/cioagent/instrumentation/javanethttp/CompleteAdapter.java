package io.cioagent.instrumentation.javanethttp;

import io.cioagent.core.observe.AnswerBody;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** The application's subscriber gets the end of an answer of HTTP/1.1. */
final class CompleteAdapter extends Adapter {
  private final Bodies bodies;

  CompleteAdapter(Observer observer, Bodies bodies) {
    super(observer, "javanethttp");
    this.bodies = bodies;
  }

  @Override
  public Object enter(Object subscriber, Object userSubscriber, Object unused) {
    AnswerBody body = bodies.take(subscriber);
    if (body == null) {
      body = bodies.take(userSubscriber);
    }
    if (body != null) {
      body.end();
    }
    return null;
  }
}
