package io.cioagent.instrumentation.handover;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** A thread ends; a virtual one tells so on its carrier. */
final class ThreadEndAdapter extends Adapter {
  ThreadEndAdapter(Observer observer) {
    super(observer, "handover");
  }

  @Override
  public Object enter(Object thread, Object unused, Object unusedToo) {
    Observer.threadEnded((Thread) thread);
    return null;
  }
}
