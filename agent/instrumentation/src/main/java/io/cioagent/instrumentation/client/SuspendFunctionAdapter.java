package io.cioagent.instrumentation.client;

import io.cioagent.core.call.Call;
import io.cioagent.core.call.CurrentCall;
import io.cioagent.core.call.ThreadScope;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.operation.Operation;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.kotlincoroutines.SuspendedCall;
import io.cioagent.instrumentation.kotlincoroutines.SuspendedCalls;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Brings the calls of one suspend function to the observer. Kotlin compiles it into a method that
 * is called again each time it resumes after a suspension. What it returns shows whether it has
 * ended.
 */
final class SuspendFunctionAdapter
    extends AroundAdapter.Three<Object, Object[], Object, SuspendFunctionAdapter.Running, Object> {
  /** The class of the one value that says so. */
  private static final String SUSPENDED = "kotlin.coroutines.intrinsics.CoroutineSingletons";

  private final Operation operation;
  private final ClientMethodAdapter method;
  private final String continuations;
  private final Function<Object, @Nullable Adapter> completions;

  /**
   * @param continuations how the names of the classes begin that are compiled from the function
   * @param completions finds the adapter that knows what a continuation completes
   */
  SuspendFunctionAdapter(
      Observer observer,
      Operation operation,
      ClientMethodAdapter method,
      String continuations,
      Function<Object, @Nullable Adapter> completions) {
    super(observer);
    this.operation = operation;
    this.method = method;
    this.continuations = continuations;
    this.completions = completions;
  }

  /** The function runs, for the first time or again. */
  static final class Running {
    final SuspendedCall suspended;

    /** The caller's, null where the function goes on. */
    final @Nullable Object continuation;

    /** Null at the first time. */
    final @Nullable ThreadScope thread;

    Running(SuspendedCall suspended, @Nullable Object continuation, @Nullable ThreadScope thread) {
      this.suspended = suspended;
      this.continuation = continuation;
      this.thread = thread;
    }
  }

  @Override
  public @Nullable Running begin(
      @Nullable Object userId, Object[] eventNameAndData, @Nullable Object continuation) {
    Adapter adapter = continuation == null ? null : completions.apply(continuation);
    Object completion = adapter == null ? null : adapter.enter(continuation, null, null);
    SuspendedCall suspended = SuspendedCalls.get(completion);
    if (suspended != null
        && suspended.call().operation() == operation
        && !suspended.isRunningHere()) {
      ThreadScope thread = CurrentCall.resume(suspended.call());
      if (thread == null) {
        return null;
      }
      suspended.runsHere();
      return new Running(suspended, null, thread);
    }
    Call call = method.begin(userId, (String) eventNameAndData[0], eventNameAndData[1]);
    if (call == null) {
      return null;
    }
    // The end of a continuation that is not compiled is not observed.
    SuspendedCall begun = new SuspendedCall(call, continuations, completion != null);
    if (continuation != null) {
      SuspendedCalls.put(continuation, begun);
    }
    return new Running(begun, continuation, null);
  }

  @Override
  public void end(Running running, @Nullable Object result, @Nullable Throwable thrown) {
    Call call = running.suspended.call();
    running.suspended.leavesHere();
    boolean suspends = result != null && result.getClass().getName().equals(SUSPENDED);
    if (running.thread != null) {
      running.thread.leave();
      if (!suspends) {
        call.completed(thrown);
      }
    } else if (suspends && running.suspended.endIsObserved()) {
      observer().leaveClientMethod(call);
    } else {
      SuspendedCalls.remove(running.continuation);
      method.end(call, null, thrown);
    }
  }
}
