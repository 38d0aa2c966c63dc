package io.cioagent.instrumentation.nettyhandover;

import io.cioagent.core.call.Call;
import io.cioagent.core.call.CurrentCall;
import io.cioagent.core.call.ThreadScope;
import io.cioagent.core.follow.HandedTask;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.EventAdapter;
import org.jspecify.annotations.Nullable;

/** Work that calls hand over. One of each serves all copies of the library, without its types. */
final class HandoverAdapters {
  private HandoverAdapters() {}

  /** An event loop is given a task; nothing happens unless a call is active on the thread. */
  static final class Execute extends AroundAdapter.One<Object, Object, Void> {
    private final HandedOver handedOver;
    private final boolean ownOnly;

    /**
     * @param ownOnly whether of all tasks of the event loop only Netty's own can be woven
     */
    Execute(Observer observer, HandedOver handedOver, boolean ownOnly) {
      super(observer);
      this.handedOver = handedOver;
      this.ownOnly = ownOnly;
    }

    @Override
    protected @Nullable Object begin(Object task) {
      Call call = observer().current();
      if (call == null || (ownOnly && !isOwn(task))) {
        return null;
      }
      // An event loop has tasks of its own that it never runs as others, to wake itself up.
      handedOver.put(task, call, HandedTask.Kind.UNNOTICED);
      return task;
    }

    @Override
    protected void end(Object task, @Nullable Void result, @Nullable Throwable thrown) {
      if (thrown != null) {
        handedOver.drop(task);
      }
    }

    /** Writes, and notifies listeners. */
    private static boolean isOwn(Object task) {
      String name = task.getClass().getName();
      return name.endsWith("$WriteTask")
          || name.endsWith("$WriteAndFlushTask")
          || name.contains(".DefaultPromise$");
    }
  }

  /** An event loop starts its thread, which outlives the call that happens to be active. */
  static final class StartThread extends AroundAdapter.One<Object, ThreadScope, Void> {
    StartThread(Observer observer) {
      super(observer);
    }

    @Override
    protected @Nullable ThreadScope begin(Object eventLoop) {
      return observer().current() == null ? null : CurrentCall.suspend();
    }

    @Override
    protected void end(ThreadScope thread, @Nullable Void result, @Nullable Throwable thrown) {
      thread.leave();
    }
  }

  /** A task runs, or a promise notifies its listeners, on behalf of the call that waits for it. */
  static final class Run extends AroundAdapter.One<Object, Run.Running, Object> {
    private final HandedOver handedOver;

    Run(Observer observer, HandedOver handedOver) {
      super(observer);
      this.handedOver = handedOver;
    }

    /** Work that goes on; the thread is null where the call is over already. */
    static final class Running {
      final HandedTask task;
      final ThreadScope thread;

      Running(HandedTask task, ThreadScope thread) {
        this.task = task;
        this.thread = thread;
      }
    }

    @Override
    protected @Nullable Running begin(Object work) {
      HandedTask task = handedOver.take(work);
      return task == null ? null : new Running(task, task.begin());
    }

    @Override
    protected void end(Running running, @Nullable Object result, @Nullable Throwable thrown) {
      if (running.thread == null) {
        running.task.drop();
      } else {
        running.task.end(running.thread);
      }
    }
  }

  /**
   * A connection is requested: what its listeners do belongs to the call that requested it. The
   * event loop cannot have completed the promise yet; afterwards it could be doing so right now.
   */
  static final class Acquire extends EventAdapter.One<Object> {
    private final HandedOver handedOver;

    Acquire(Observer observer, HandedOver handedOver) {
      super(observer);
      this.handedOver = handedOver;
    }

    @Override
    protected void on(Object promise) {
      Call call = observer().current();
      if (call != null && promise != null) {
        handedOver.put(promise, call, HandedTask.Kind.RESULT);
      }
    }
  }
}
