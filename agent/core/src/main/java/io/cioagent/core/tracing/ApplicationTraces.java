package io.cioagent.core.tracing;

import java.lang.ref.WeakReference;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * All tracers of the application, first come first asked. They are held weakly, as an adapter must
 * not outlive the class loader that has its tracer. Safe for any thread.
 */
public final class ApplicationTraces {
  private final CopyOnWriteArrayList<WeakReference<TraceSource>> sources =
      new CopyOnWriteArrayList<>();

  private final ServedRequests requests = new ServedRequests();

  /** From now on the source is asked, for as long as somebody else holds it. */
  public void add(TraceSource source) {
    sources.removeIf(known -> known.get() == null || known.get() == source);
    sources.add(new WeakReference<>(source));
  }

  /** Where servers bring the requests that they serve. */
  public ServedRequests requests() {
    return requests;
  }

  /**
   * The span that is current on this thread in the first tracer that has one, else the caller's as
   * the request says that this thread serves; null for none.
   */
  public @Nullable TraceParent current() {
    TraceParent parent = ofTracer();
    return parent == null ? current(requests) : parent;
  }

  /** As {@link #current}, but for what the request says. */
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

  /**
   * A tracer may be the application's own code in part: without its word all else is still true.
   */
  private static @Nullable TraceParent current(TraceSource source) {
    try {
      return source.current();
    } catch (RuntimeException | LinkageError e) {
      return null;
    }
  }
}
