package io.cioagent.core.tracing;

import java.lang.ref.WeakReference;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * All tracers of the application, queried in the order of registration. They are held weakly,
 * because an adapter must not outlive the class loader of its tracer. Safe for any thread.
 */
public final class ApplicationTraces {
  private final CopyOnWriteArrayList<WeakReference<TraceSource>> sources =
      new CopyOnWriteArrayList<>();

  private final ServedRequests requests = new ServedRequests();

  /** Adds a source, which is used as long as it is strongly reachable elsewhere. */
  public void add(TraceSource source) {
    for (WeakReference<TraceSource> known : sources) {
      if (known.get() == null || known.get() == source) {
        sources.remove(known);
      }
    }
    sources.add(new WeakReference<>(source));
  }

  /** The requests that servers are processing. */
  public ServedRequests requests() {
    return requests;
  }

  /**
   * The current span of this thread in the first tracer that has one, else the caller's span in the
   * headers of the request that this thread serves; null for none.
   */
  public @Nullable TraceParent current() {
    TraceParent parent = ofTracer();
    return parent == null ? current(requests) : parent;
  }

  /** As {@link #current}, without the request headers. */
  public @Nullable TraceParent ofTracer() {
    for (WeakReference<TraceSource> each : sources) {
      TraceSource source = each.get();
      TraceParent parent = source == null ? null : current(source);
      if (parent != null) {
        return parent == TraceParent.NONE ? null : parent;
      }
    }
    return null;
  }

  /** A tracer may run code of the application; if it fails, there is no parent from this tracer. */
  private static @Nullable TraceParent current(TraceSource source) {
    try {
      return source.current();
    } catch (RuntimeException | LinkageError e) {
      return null;
    }
  }
}
