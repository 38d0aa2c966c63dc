package io.cioagent.weaver;

import io.cioagent.bridge.Handler;
import org.jspecify.annotations.Nullable;

/**
 * Serves one woven place in all copies of a library: hands each call to the adapter that is linked
 * with the caller's copy.
 */
final class LibraryHandler implements Handler {
  private final LinkedAdapters adapters;

  LibraryHandler(LinkedAdapters adapters) {
    this.adapters = adapters;
  }

  /** Returns an adapter's scope to it. */
  private static final class Entered {
    final Handler adapter;
    final Object scope;

    Entered(Handler adapter, Object scope) {
      this.adapter = adapter;
      this.scope = scope;
    }
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object first, @Nullable Object second, @Nullable Object third) {
    Handler adapter = first == null ? null : adapters.handlerFor(first);
    if (adapter == null) {
      return null;
    }
    Object scope = adapter.enter(first, second, third);
    return scope == null ? null : new Entered(adapter, scope);
  }

  @Override
  public void exit(Object scope, @Nullable Object result, @Nullable Throwable thrown) {
    Entered entered = (Entered) scope;
    entered.adapter.exit(entered.scope, result, thrown);
  }

  @Override
  public void event(@Nullable Object first, @Nullable Object second, @Nullable Object third) {
    Handler adapter = first == null ? null : adapters.handlerFor(first);
    if (adapter != null) {
      adapter.event(first, second, third);
    }
  }

  @Override
  public void failed(Throwable failure) {
    adapters.failed(failure);
  }
}
