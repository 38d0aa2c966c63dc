package io.cioagent.instrumentation.handover;

import io.cioagent.core.call.Call;
import io.cioagent.core.call.CurrentCall;
import io.cioagent.core.call.ThreadScope;
import io.cioagent.core.follow.HandedTask.Kind;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.EventAdapter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Kotlin's continuations while they run. */
final class CoroutineAdapters {
  private CoroutineAdapters() {}

  /**
   * A continuation is resumed, and after its end those that wait for it, in one loop: all belong to
   * the call that made the first one, or to none.
   */
  static final class Resume extends AroundAdapter.One<Object, Resumption, Object> {
    private final HandedWork work;

    Resume(Observer observer, HandedWork work) {
      super(observer);
      this.work = work;
    }

    @Override
    protected @Nullable Resumption begin(Object continuation) {
      Call call = work.callbacks.get(continuation);
      ThreadScope thread = call == null ? CurrentCall.stepOut() : CurrentCall.resume(call);
      return thread == null ? null : Resumption.begin(thread);
    }

    @Override
    protected void end(Resumption resumption, @Nullable Object result, @Nullable Throwable thrown) {
      resumption.end(work);
    }
  }

  /**
   * A continuation has come to its end. What its dispatcher made of it does not run any more, and
   * the call waits for that no longer than until the thread leaves the coroutine, whose code goes
   * on now.
   */
  static final class Released extends EventAdapter.One<Object> {
    private final HandedWork work;

    Released(Observer observer, HandedWork work) {
      super(observer);
      this.work = work;
    }

    @Override
    protected void on(@Nullable Object dispatched) {
      Resumption resumption = dispatched == null ? null : Resumption.current();
      if (resumption != null && dispatched != null && work.made.peek(dispatched) != null) {
        resumption.ended(dispatched);
      }
    }
  }

  /**
   * A continuation has asked whether it is to be suspended. Where its result is there already, it
   * goes on at once, and what its dispatcher made of it is of no use.
   */
  static final class SuspensionPoint extends EventAdapter.Two<Object, Object> {
    private static final String DISPATCHED = "DispatchedContinuation";
    private static final String SUSPENDED = "kotlin.coroutines.intrinsics.CoroutineSingletons";

    private final HandedWork work;

    SuspensionPoint(Observer observer, HandedWork work) {
      super(observer);
      this.work = work;
    }

    @Override
    protected void on(@Nullable Object dispatched, @Nullable Object result) {
      if (dispatched == null || observer().current() == null) {
        return;
      }
      if (result == null || !result.getClass().getName().equals(SUSPENDED)) {
        work.made.drop(dispatched);
      } else if (dispatched.getClass().getName().endsWith(DISPATCHED)) {
        // Perhaps no longer known: it has gone on at once before.
        work.hand(dispatched, null, null, work.made, Kind.COROUTINE);
      }
    }
  }

  /** From where a thread resumes a continuation until it leaves the coroutine. */
  static final class Resumption {
    private static final ThreadLocal<Resumption> CURRENT = new ThreadLocal<>();

    private final ThreadScope thread;
    private final @Nullable Resumption outer = CURRENT.get();

    /** Null for nothing. */
    private @Nullable List<Object> ended;

    private Resumption(ThreadScope thread) {
      this.thread = thread;
    }

    static Resumption begin(ThreadScope thread) {
      Resumption begun = new Resumption(thread);
      CURRENT.set(begun);
      return begun;
    }

    static @Nullable Resumption current() {
      return CURRENT.get();
    }

    void ended(Object dispatched) {
      if (ended == null) {
        ended = new ArrayList<>(2);
      }
      ended.add(dispatched);
    }

    void end(HandedWork work) {
      if (outer == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(outer);
      }
      thread.leave();
      if (ended != null) {
        ended.forEach(work::drop);
      }
    }
  }
}
