package io.cioagent.instrumentation.logcontext;

import io.cioagent.core.observe.LogContext;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.LibraryObjects;

/** A store is there. */
abstract class StoreAdapter extends Adapter {
  private static final LibraryObjects<LogContext> KNOWN = new LibraryObjects<>();

  StoreAdapter(Observer observer) {
    super(observer, "logcontext");
  }

  @Override
  public final Object enter(Object store, Object unused, Object unusedToo) {
    if (KNOWN.get(store) == null) {
      LogContext context = contextOf(store);
      KNOWN.put(store, context);
      observer().logContexts().add(context);
    }
    return null;
  }

  /** Must hold the store weakly: it is known for as long as that lives. */
  abstract LogContext contextOf(Object store);
}
