package io.cioagent.instrumentation.handover;

import io.cioagent.core.observe.Observer;
import io.cioagent.core.observe.Observer.ThreadScope;
import io.cioagent.instrumentation.Adapter;

/** A class is transformed, by whatever agents there are, in the midst of a call. */
final class TransformAdapter extends Adapter {
  TransformAdapter(Observer observer) {
    super(observer, "handover");
  }

  @Override
  public Object enter(Object unused, Object unusedToo, Object unusedAsWell) {
    return observer().stepOut();
  }

  @Override
  public void exit(Object scope, Object result, Throwable thrown) {
    Observer.leave((ThreadScope) scope);
  }
}
