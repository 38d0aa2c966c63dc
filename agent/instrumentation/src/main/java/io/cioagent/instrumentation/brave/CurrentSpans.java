package io.cioagent.instrumentation.brave;

import brave.propagation.CurrentTraceContext;
import brave.propagation.TraceContext;
import io.cioagent.core.tracing.TraceParent;
import io.cioagent.core.tracing.TraceSource;
import java.lang.ref.WeakReference;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The current spans of all tracers of one copy of Brave, which are held weakly. */
final class CurrentSpans implements TraceSource {
  /** Ends with the adapters of this copy, and so with the copy. */
  static final CurrentSpans ALL = new CurrentSpans();

  private final CopyOnWriteArrayList<WeakReference<CurrentTraceContext>> contexts =
      new CopyOnWriteArrayList<>();

  private CurrentSpans() {}

  /** Whether it was not known yet. Called at each scope. */
  boolean add(CurrentTraceContext context) {
    for (WeakReference<CurrentTraceContext> known : contexts) {
      if (known.get() == context) {
        return false;
      }
    }
    remove(context);
    contexts.add(new WeakReference<>(context));
    return true;
  }

  void remove(CurrentTraceContext context) {
    contexts.removeIf(known -> known.get() == null || known.get() == context);
  }

  @Override
  public @Nullable TraceParent current() {
    for (WeakReference<CurrentTraceContext> each : contexts) {
      CurrentTraceContext context = each.get();
      TraceContext span = context == null ? null : context.get();
      if (span != null) {
        // Where it is not decided yet, Brave records until it is.
        TraceParent parent =
            TraceParent.of(
                span.traceIdHigh(),
                span.traceId(),
                span.spanId(),
                !Boolean.FALSE.equals(span.sampled()));
        return parent.withLogFields("traceId", span.traceIdString(), "spanId", parent.spanId());
      }
    }
    return null;
  }
}
