package io.cioagent.instrumentation.brave;

import brave.Tracing;
import brave.propagation.CurrentTraceContext;
import io.cioagent.instrumentation.EventAdapter;

/** The application's tracers, from when they are made or first used until they are closed. */
final class BraveAdapters {
  private BraveAdapters() {}

  /** The application has made a tracer. */
  public static final class Made extends EventAdapter.One<Tracing> {
    @Override
    protected void on(Tracing tracing) {
      CurrentSpans.ALL.add(tracing.currentTraceContext());
      observer().traces().add(CurrentSpans.ALL);
    }
  }

  /** The application closes a tracer; a scope may be left open. */
  public static final class Close extends EventAdapter.One<Tracing> {
    @Override
    protected void on(Tracing tracing) {
      CurrentSpans.ALL.remove(tracing.currentTraceContext());
    }
  }

  /** A span becomes current, perhaps one of a tracer from before the agent. */
  public static final class Scope extends EventAdapter.One<CurrentTraceContext> {
    @Override
    protected void on(CurrentTraceContext context) {
      if (CurrentSpans.ALL.add(context)) {
        observer().traces().add(CurrentSpans.ALL);
      }
    }
  }
}
