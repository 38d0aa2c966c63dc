package io.cioagent.instrumentation.kotlincoroutines;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import kotlin.coroutines.jvm.internal.BaseContinuationImpl;

/**
 * Knows what a compiled continuation completes. A suspend function that is resumed is called again,
 * with a continuation of its own whose completion is the caller's.
 */
public final class CompletionAdapter extends Adapter {

  public CompletionAdapter(Observer observer) {
    super(observer, "kotlincoroutines");
  }

  /**
   * The continuation's completion, itself where that is unknown; null for another's continuation.
   */
  @Override
  public Object enter(Object continuation, Object unused, Object unusedToo) {
    if (!(continuation instanceof BaseContinuationImpl)) {
      return null;
    }
    Object completion = ((BaseContinuationImpl) continuation).getCompletion();
    return completion == null ? continuation : completion;
  }
}
