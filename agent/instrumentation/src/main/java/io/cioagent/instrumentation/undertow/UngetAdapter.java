package io.cioagent.instrumentation.undertow;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.undertow.connector.PooledByteBuffer;

/** A handler that read ahead gives back what it has read, before the others read it. */
public final class UngetAdapter extends Adapter {

  public UngetAdapter(Observer observer) {
    super(observer, "undertow");
  }

  @Override
  public Object enter(Object exchange, Object buffers, Object unused) {
    Received received = Received.LIVE.get(exchange);
    if (received != null) {
      for (PooledByteBuffer each : (PooledByteBuffer[]) buffers) {
        if (each != null) {
          received.giveBack(each.getBuffer().remaining());
        }
      }
    }
    return null;
  }
}
