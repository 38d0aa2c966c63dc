package io.cioagent.instrumentation.handover;

import io.cioagent.core.call.Call;
import io.cioagent.core.call.CurrentCall;
import io.cioagent.core.call.ThreadScope;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.EventAdapter;
import org.jspecify.annotations.Nullable;

/** Callbacks of futures and coroutines, where they are made and where they run. */
final class CallbackAdapters {
  private CallbackAdapters() {}

  /**
   * A callback has been made; nothing happens unless a call is active on the thread. One request of
   * {@code java.net.http} makes some 30 with functions of its own, which are not followed: the
   * request is known as an exchange.
   */
  static final class Registered extends EventAdapter.Two<Object, @Nullable Object> {
    private final HandedWork work;

    Registered(Observer observer, HandedWork work) {
      super(observer);
      this.work = work;
    }

    @Override
    protected void on(Object callback, @Nullable Object function) {
      Call call = observer().current();
      if (call != null && !LibraryWork.isJdks(function)) {
        work.callbacks.put(callback, call);
      }
    }
  }

  /** A callback runs: what it starts belongs to the call that registered it, or to none. */
  static final class Run extends AroundAdapter.Two<Object, @Nullable Object, ThreadScope, Object> {
    private final HandedWork work;

    Run(Observer observer, HandedWork work) {
      super(observer);
      this.work = work;
    }

    @Override
    protected @Nullable ThreadScope begin(Object callback, @Nullable Object function) {
      if (LibraryWork.isJdks(function)) {
        return null;
      }
      Call call = work.callbacks.get(callback);
      return call == null ? CurrentCall.stepOut() : CurrentCall.resume(call);
    }

    @Override
    protected void end(ThreadScope scope, @Nullable Object result, @Nullable Throwable thrown) {
      scope.leave();
    }
  }
}
