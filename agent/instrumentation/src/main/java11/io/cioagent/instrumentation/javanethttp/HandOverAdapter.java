package io.cioagent.instrumentation.javanethttp;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** An answer's bytes will come, or come, by this object. */
final class HandOverAdapter extends Adapter {
  private final Bodies bodies;

  HandOverAdapter(Observer observer, Bodies bodies) {
    super(observer, "javanethttp");
    this.bodies = bodies;
  }

  @Override
  public Object enter(Object response, Object carrier, Object unused) {
    bodies.bind(carrier, bodies.find(response));
    return null;
  }
}
