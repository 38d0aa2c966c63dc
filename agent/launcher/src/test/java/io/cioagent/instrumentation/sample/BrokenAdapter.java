package io.cioagent.instrumentation.sample;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** Cannot be made. */
public final class BrokenAdapter extends Adapter {
  public BrokenAdapter(Observer observer) {
    super(observer);
    throw new NoSuchMethodError("com.acme.library.Request.port()");
  }
}
