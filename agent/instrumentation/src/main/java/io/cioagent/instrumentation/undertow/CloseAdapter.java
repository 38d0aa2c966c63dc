package io.cioagent.instrumentation.undertow;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/**
 * A stream is closed, by the application or at the end: that reads what the application did not.
 */
public final class CloseAdapter extends Adapter {

  public CloseAdapter(Observer observer) {
    super(observer, "undertow");
  }

  @Override
  public Object enter(Object channel, Object unused, Object unusedToo) {
    Received received = Received.LIVE.get(channel);
    if (received != null) {
      received.drain();
    }
    return null;
  }
}
