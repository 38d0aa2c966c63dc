package io.cioagent.instrumentation.sample;

import io.cioagent.instrumentation.Adapter;

/** Cannot be made. */
public final class BrokenAdapter extends Adapter {
  public BrokenAdapter() {
    throw new NoSuchMethodError("com.acme.library.Request.port()");
  }
}
