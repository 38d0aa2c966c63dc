package io.cioagent.instrumentation.jdkhttpserver;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.LibraryObjects;

/** The answer begins; where it has no body it ends within the same call. */
final class AnswerAdapter extends Adapter {
  private final LibraryObjects<Received> live;

  AnswerAdapter(Observer observer, LibraryObjects<Received> live) {
    super(observer, "jdkhttpserver");
    this.live = live;
  }

  @Override
  public Object enter(Object exchange, Object unused, Object unusedToo) {
    return live.get(exchange);
  }

  @Override
  public void exit(Object scope, Object status, Throwable thrown) {
    ((Received) scope).answered((Integer) status);
  }
}
