package io.cioagent.instrumentation.client;

import io.cioagent.core.observe.Call;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.observe.Observer.ThreadScope;
import io.cioagent.core.operation.Operation;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.kotlincoroutines.SuspendedCalls;
import java.util.function.Function;

/**
 * Brings the calls of one suspend function to the observer. Kotlin compiles it into a method that
 * is called again each time it goes on after a suspension, and that tells by what it returns
 * whether it has come to its end.
 */
final class SuspendFunctionAdapter extends Adapter {
  /** The class of the one value that says so. */
  private static final String SUSPENDED = "kotlin.coroutines.intrinsics.CoroutineSingletons";

  private final Operation operation;
  private final ClientMethodAdapter method;
  private final Function<Object, Adapter> completions;

  /**
   * @param completions finds the adapter that knows what a continuation completes
   */
  SuspendFunctionAdapter(
      Observer observer,
      Operation operation,
      ClientMethodAdapter method,
      Function<Object, Adapter> completions) {
    super(observer, "client");
    this.operation = operation;
    this.method = method;
    this.completions = completions;
  }

  /** The function runs, for the first time or again. */
  private static final class Running {
    final Call call;

    /** The caller's, null where the function goes on. */
    final Object continuation;

    /** Null at the first time. */
    final ThreadScope thread;

    Running(Call call, Object continuation, ThreadScope thread) {
      this.call = call;
      this.continuation = continuation;
      this.thread = thread;
    }
  }

  @Override
  public Object enter(Object userId, Object eventName, Object continuation) {
    Adapter adapter = continuation == null ? null : completions.apply(continuation);
    Object completion = adapter == null ? null : adapter.enter(continuation, null, null);
    Call suspended = SuspendedCalls.get(completion);
    if (suspended != null && suspended.operation() == operation) {
      ThreadScope thread = observer().resume(suspended);
      return thread == null ? null : new Running(suspended, null, thread);
    }
    Object call = method.enter(userId, eventName, null);
    if (call == null) {
      return null;
    }
    if (completion == null) {
      // No compiled continuation: nobody would tell its end.
      return new Running((Call) call, null, null);
    }
    SuspendedCalls.put(continuation, (Call) call);
    return new Running((Call) call, continuation, null);
  }

  @Override
  public void exit(Object scope, Object result, Throwable thrown) {
    Running running = (Running) scope;
    boolean suspends = result != null && result.getClass().getName().equals(SUSPENDED);
    if (running.thread != null) {
      Observer.leave(running.thread);
      if (!suspends) {
        running.call.completed(thrown);
      }
    } else if (suspends && running.continuation != null) {
      observer().leaveClientMethod(running.call);
    } else {
      SuspendedCalls.remove(running.continuation);
      method.exit(running.call, null, thrown);
    }
  }
}
