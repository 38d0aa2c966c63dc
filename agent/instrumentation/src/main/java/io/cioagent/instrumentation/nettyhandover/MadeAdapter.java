package io.cioagent.instrumentation.nettyhandover;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** AsyncHttpClient has made the future of a request, on the thread that asks. */
final class MadeAdapter extends Adapter {
  private final OwnerAdapter owners;

  MadeAdapter(Observer observer, OwnerAdapter owners) {
    super(observer, "nettyhandover");
    this.owners = owners;
  }

  @Override
  public Object enter(Object future, Object unused, Object unusedToo) {
    owners.made(future);
    return null;
  }
}
