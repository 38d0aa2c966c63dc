package io.cioagent.core.follow;

import io.cioagent.core.call.Call;
import io.cioagent.core.call.CallListener;
import io.cioagent.core.call.CurrentCall;
import io.cioagent.core.tracing.TraceParent;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Puts the ids of a call's span into the application's log lines while a thread works for that
 * call, and puts back afterwards what was there before. The libraries' contexts are held weakly.
 * Safe for any thread.
 */
public final class LogContexts implements CurrentCall.Follower {
  private static final String TRACE_ID = "trace_id";
  private static final String SPAN_ID = "span_id";

  /** What this thread's contexts show now; nothing between calls. */
  private static final ThreadLocal<List<Shown>> SHOWN = new ThreadLocal<>();

  /** Set while this thread changes what its contexts show. */
  private static final ThreadLocal<Boolean> CHANGING = new ThreadLocal<>();

  private final CopyOnWriteArrayList<WeakReference<LogContext>> contexts =
      new CopyOnWriteArrayList<>();

  private final CallListener listener;

  /**
   * @param listener knows the span of each call
   */
  public LogContexts(CallListener listener) {
    this.listener = listener;
  }

  /** One value in one context. */
  private static final class Shown {
    private final WeakReference<LogContext> shownBy;
    private final String key;
    private final String value;
    private final @Nullable String before;

    Shown(LogContext context, String key, String value) {
      this.shownBy = new WeakReference<>(context);
      this.key = key;
      this.value = value;
      this.before = context.get(key);
      context.put(key, value);
    }

    /** Unless the application has changed it meanwhile: then it is the application's. */
    void takeBack() {
      LogContext context = shownBy.get();
      if (context != null && value.equals(context.get(key))) {
        if (before == null) {
          context.remove(key);
        } else {
          context.put(key, before);
        }
      }
    }
  }

  /** Keeps a context up to date for as long as its library holds it. */
  public void add(LogContext context) {
    contexts.removeIf(known -> known.get() == null);
    contexts.add(new WeakReference<>(context));
    // The library may have been loaded inside a call, to write a line now.
    changed(CurrentCall.get());
  }

  @Override
  public void changed(@Nullable Call call) {
    if (CHANGING.get() != null) {
      // A class that loads on the way here steps out of the call and back in. The outer change
      // wins:
      // otherwise it would take the ids of the inner one for the application's.
      return;
    }
    CHANGING.set(Boolean.TRUE);
    try {
      takeBack();
      TraceParent span = spanOf(call);
      if (span != null && !contexts.isEmpty()) {
        show(span);
      }
    } catch (RuntimeException | LinkageError e) {
      listener.failed("logcontext", e);
    } finally {
      CHANGING.remove();
    }
  }

  private @Nullable TraceParent spanOf(@Nullable Call call) {
    return call == null || call.isOver() ? null : listener.spanOf(call);
  }

  private void show(TraceParent span) {
    List<Shown> values = new ArrayList<>();
    // First of all: what fails on its way is to be taken back, too.
    SHOWN.set(values);
    for (WeakReference<LogContext> each : contexts) {
      LogContext context = each.get();
      if (context != null) {
        values.add(new Shown(context, TRACE_ID, span.traceId()));
        values.add(new Shown(context, SPAN_ID, span.spanId()));
      }
    }
  }

  private void takeBack() {
    List<Shown> values = SHOWN.get();
    if (values != null) {
      SHOWN.remove();
      for (Shown each : values) {
        each.takeBack();
      }
    }
  }

  /** Some contexts are inherited by new threads: removes the ids of that call. */
  @Override
  public void disowned(Call call) {
    try {
      TraceParent span = call == null ? null : listener.spanOf(call);
      if (span != null) {
        takeBack();
        for (WeakReference<LogContext> each : contexts) {
          LogContext context = each.get();
          if (context != null && Objects.equals(context.get(SPAN_ID), span.spanId())) {
            context.remove(SPAN_ID);
            context.remove(TRACE_ID);
          }
        }
      }
    } catch (RuntimeException | LinkageError e) {
      listener.failed("logcontext", e);
    }
  }
}
