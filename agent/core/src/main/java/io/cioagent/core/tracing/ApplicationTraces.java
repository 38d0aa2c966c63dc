package io.cioagent.core.tracing;

import java.lang.ref.WeakReference;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * All tracers of the application, first come first asked. They are held weakly, as an adapter must
 * not outlive the class loader that has its tracer. Safe for any thread.
 */
public final class ApplicationTraces {
  private final CopyOnWriteArrayList<WeakReference<TraceSource>> sources =
      new CopyOnWriteArrayList<>();

  /** From now on the source is asked, for as long as somebody else holds it. */
  public void add(TraceSource source) {
    sources.removeIf(known -> known.get() == null || known.get() == source);
    sources.add(new WeakReference<>(source));
  }

  /** The span that is current on this thread in the first tracer that has one, null for none. */
  public TraceParent current() {
    for (WeakReference<TraceSource> each : sources) {
      TraceSource source = each.get();
      TraceParent parent = source == null ? null : source.current();
      if (parent != null) {
        return parent == TraceParent.NONE ? null : parent;
      }
    }
    return null;
  }
}
