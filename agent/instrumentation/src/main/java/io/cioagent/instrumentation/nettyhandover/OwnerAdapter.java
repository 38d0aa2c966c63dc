package io.cioagent.instrumentation.nettyhandover;

import com.blogspot.mydailyjava.weaklockfree.WeakConcurrentMap;
import io.cioagent.core.observe.Call;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.observe.Observer.ThreadScope;
import io.cioagent.instrumentation.Adapter;

/**
 * AsyncHttpClient writes a request for one of its futures, perhaps not for the first time: that
 * belongs to the call that made the future.
 */
final class OwnerAdapter extends Adapter {
  private final WeakConcurrentMap<Object, Call> owners =
      new WeakConcurrentMap.WithInlinedExpunction<>();

  /** Spares applications without calls of ours the look-ups. */
  private volatile boolean used;

  OwnerAdapter(Observer observer) {
    super(observer, "nettyhandover");
  }

  void made(Object future) {
    Call call = observer().current();
    if (call != null) {
      owners.put(future, call);
      used = true;
    }
  }

  @Override
  public Object enter(Object future, Object unused, Object unusedToo) {
    Call call = used ? owners.getIfPresent(future) : null;
    return call == null ? null : observer().resume(call);
  }

  @Override
  public void exit(Object scope, Object result, Throwable thrown) {
    Observer.leave((ThreadScope) scope);
  }
}
