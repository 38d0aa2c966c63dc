package io.cioagent.instrumentation.sample;

import com.acme.library.Request;
import io.cioagent.instrumentation.Adapter;

/** Fails as an adapter does whose class belongs to another library, unless the host is null. */
public final class FailingAdapter extends Adapter {
  @Override
  public Object enter(Object request, Object host, Object unused) {
    if (host != null) {
      throw new NoClassDefFoundError("com/acme/library/Host");
    }
    return Request.class;
  }

  @Override
  public void event(Object request, Object host, Object unused) {
    enter(request, host, unused);
  }
}
