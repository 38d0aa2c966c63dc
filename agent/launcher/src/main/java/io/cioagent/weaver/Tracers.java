package io.cioagent.weaver;

import io.cioagent.core.observe.Observer;
import io.cioagent.core.tracing.TraceParent;
import io.cioagent.core.tracing.TraceSource;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.TracerAdapter;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/**
 * Notices the copies of tracers that the application loads, and links each with its adapter when
 * the next operation needs its parent. Tracers are not woven, so that their hot methods stay as
 * they are. Safe for any thread.
 */
final class Tracers implements TraceSource {
  private final Observer observer;
  private final AdapterLoaders loaders;
  private final Map<Class<? extends Adapter>, LinkedAdapters> adapters = new HashMap<>();

  /** A concurrent queue: a thread that adds to it is loading a class and must not wait. */
  private final Deque<Noticed> noticed = new ConcurrentLinkedDeque<>();

  Tracers(Observer observer, AdapterLoaders loaders) {
    this.observer = observer;
    this.loaders = loaders;
    observer.traces().add(this);
  }

  /** A class that was about to be loaded, or already was. */
  private static final class Noticed {
    final WeakReference<ClassLoader> loader;
    final boolean onBootstrapLoader;
    final String className;
    final Class<? extends TracerAdapter> adapter;

    Noticed(
        @Nullable ClassLoader loader, String className, Class<? extends TracerAdapter> adapter) {
      this.loader = new WeakReference<>(loader);
      this.onBootstrapLoader = loader == null;
      this.className = className;
      this.adapter = adapter;
    }

    /** Null if its class loader is gone. */
    @Nullable Class<?> find() throws ClassNotFoundException {
      ClassLoader from = loader.get();
      return from == null && !onBootstrapLoader ? null : Class.forName(className, false, from);
    }
  }

  /**
   * The application loads a copy of a tracer.
   *
   * @param loader null for the bootstrap loader, where only another agent can have put it: that
   *     copy knows the spans of all others, and is asked first
   * @param adapter here only its name counts
   */
  void noticed(
      @Nullable ClassLoader loader, String className, Class<? extends TracerAdapter> adapter) {
    Noticed copy = new Noticed(loader, className, adapter);
    if (copy.onBootstrapLoader) {
      noticed.addFirst(copy);
    } else {
      noticed.addLast(copy);
    }
  }

  /** The span according to copies that have just been linked; later calls reach them directly. */
  @Override
  public @Nullable TraceParent current() {
    if (noticed.isEmpty()) {
      return null;
    }
    linkAll();
    return observer.traces().current();
  }

  private synchronized void linkAll() {
    for (Noticed next = noticed.peek(); next != null; next = noticed.peek()) {
      try {
        link(next);
      } finally {
        // Only now: until then, all callers wait here.
        noticed.remove(next);
      }
    }
  }

  private void link(Noticed copy) {
    LinkedAdapters beside =
        adapters.computeIfAbsent(
            copy.adapter, key -> loaders.link(key, Collections.singleton(copy.className)));
    try {
      Class<?> found = copy.find();
      Adapter adapter = found == null ? null : beside.of(found);
      if (adapter != null) {
        observer.traces().add((TraceSource) adapter);
      }
    } catch (ClassNotFoundException | LinkageError e) {
      beside.failed(e);
    }
  }
}
