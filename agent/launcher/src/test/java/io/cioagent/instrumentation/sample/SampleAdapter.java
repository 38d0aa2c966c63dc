package io.cioagent.instrumentation.sample;

import com.acme.library.Request;
import io.cioagent.instrumentation.Adapter;

/** Casts to the library's class, which fails with any other copy of it. */
public final class SampleAdapter extends Adapter {
  @Override
  public Object enter(Object request, Object wanted, Object unused) {
    String host = ((Request) request).host();
    return host.equals(wanted) ? Request.class : null;
  }

  @Override
  public void exit(Object scope, Object result, Throwable thrown) {
    ((Object[]) result)[0] = scope;
  }
}
