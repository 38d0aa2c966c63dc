package io.cioagent.instrumentation.nettyhandover;

import io.cioagent.core.observe.Observer;
import io.cioagent.core.observe.Observer.ThreadScope;
import io.cioagent.instrumentation.Adapter;

/** An event loop starts its thread, which outlives the call that happens to be active. */
final class ThreadAdapter extends Adapter {

  ThreadAdapter(Observer observer) {
    super(observer, "nettyhandover");
  }

  @Override
  public Object enter(Object eventLoop, Object unused, Object unusedToo) {
    return observer().current() == null ? null : Observer.suspend();
  }

  @Override
  public void exit(Object scope, Object result, Throwable thrown) {
    Observer.leave((ThreadScope) scope);
  }
}
