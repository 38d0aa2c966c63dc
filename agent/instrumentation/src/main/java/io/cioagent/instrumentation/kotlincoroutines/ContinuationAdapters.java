package io.cioagent.instrumentation.kotlincoroutines;

import io.cioagent.core.call.CurrentCall;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.EventAdapter;
import kotlin.coroutines.jvm.internal.BaseContinuationImpl;
import org.jspecify.annotations.Nullable;

/**
 * Kotlin's continuations, from where they are made until they have come to their end. All but
 * {@link Completion} know no type of Kotlin's, and serve all copies of it.
 */
public final class ContinuationAdapters {
  private ContinuationAdapters() {}

  /** A continuation has been made; that of a client method means that the method goes on later. */
  public static final class Made extends EventAdapter.Two<Object, Object> {
    public Made(Observer observer) {
      super(observer);
    }

    @Override
    protected void on(Object continuation, Object completion) {
      SuspendedCall suspended = SuspendedCalls.get(completion);
      if (suspended != null) {
        SuspendedCalls.completes(continuation, completion);
        suspended.made(continuation);
      }
    }
  }

  /** A continuation is resumed: what its caller waited for has completed. */
  public static class Resumed extends EventAdapter.Two<Object, Object> {
    private static final String FAILURE = "kotlin.Result$Failure";

    public Resumed(Observer observer) {
      super(observer);
    }

    /**
     * @param result what it is resumed with, null where that is unknown
     */
    @Override
    protected void on(Object continuation, @Nullable Object result) {
      SuspendedCall suspended = SuspendedCalls.remove(continuation);
      if (suspended != null) {
        suspended.call().completed(failureOf(result));
        // The caller goes on now; the code that made this thread work for the call clears that.
        CurrentCall.stepOut(suspended.call());
      }
    }

    private @Nullable Throwable failureOf(@Nullable Object result) {
      if (result == null || !result.getClass().getName().equals(FAILURE)) {
        return null;
      }
      try {
        return (Throwable) result.getClass().getField("exception").get(result);
      } catch (ReflectiveOperationException e) {
        failed(e);
        return null;
      }
    }
  }

  /**
   * A continuation has come to its end, and the library goes on with what it completes: not by
   * resuming that as others would, but in the loop that it is in already.
   */
  static final class Released extends Resumed {
    Released(Observer observer) {
      super(observer);
    }

    @Override
    protected void on(Object continuation, @Nullable Object unused) {
      Object completion = SuspendedCalls.completedBy(continuation);
      if (completion != null) {
        super.on(completion, null);
      }
    }
  }

  /**
   * Knows what a compiled continuation completes. A suspend function that is resumed is called
   * again, with a continuation of its own whose completion is the caller's.
   */
  public static final class Completion extends Adapter {

    /**
     * The continuation's completion, itself where that is unknown; null for one that is not
     * compiled.
     */
    @Override
    public @Nullable Object enter(
        @Nullable Object continuation, @Nullable Object unused, @Nullable Object unusedToo) {
      if (!(continuation instanceof BaseContinuationImpl)) {
        return null;
      }
      Object completion = ((BaseContinuationImpl) continuation).getCompletion();
      return completion == null ? continuation : completion;
    }
  }
}
