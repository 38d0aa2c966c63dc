package io.cioagent.instrumentation.handover;

import com.blogspot.mydailyjava.weaklockfree.AbstractWeakConcurrentMap.WeakKey;
import com.blogspot.mydailyjava.weaklockfree.WeakConcurrentMap;
import io.cioagent.core.call.Call;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which call registered which callback, until the call is over. Callbacks are held weakly, but
 * those of a call that has ended would stay until the next collection, and lengthen it.
 */
final class Callbacks {
  private final Registrations registrations = new Registrations();
  private final WeakConcurrentMap<Object, Registration> calls =
      new WeakConcurrentMap<>(false, true, registrations);

  /** A callback's call. Forgets the callback without knowing it. */
  private static final class Registration implements Runnable {
    final Call call;
    private final Registrations registrations;
    private volatile @Nullable WeakKey<Object> key;

    Registration(Call call, Registrations registrations) {
      this.call = call;
      this.registrations = registrations;
    }

    @Override
    public void run() {
      WeakKey<Object> known = key;
      if (known != null) {
        registrations.remove(known, this);
      }
    }
  }

  /** Makes the key of each registration known to it. */
  private static final class Registrations
      extends ConcurrentHashMap<WeakKey<Object>, Registration> {
    private static final long serialVersionUID = 1;

    @Override
    public Registration put(WeakKey<Object> key, Registration registration) {
      registration.key = key;
      return super.put(key, registration);
    }
  }

  void put(Object callback, Call call) {
    calls.expungeStaleEntries();
    Registration registration = new Registration(call, registrations);
    calls.put(callback, registration);
    call.atEnd(registration);
  }

  /** The call that registered it, null for none and for one that is over. */
  @Nullable Call get(@Nullable Object callback) {
    if (callback == null || registrations.isEmpty()) {
      return null;
    }
    Registration registration = calls.getIfPresent(callback);
    return registration == null ? null : registration.call;
  }
}
