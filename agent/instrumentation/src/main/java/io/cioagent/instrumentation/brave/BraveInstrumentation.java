package io.cioagent.instrumentation.brave;

import static io.cioagent.instrumentation.MethodMatcher.anyConstructor;
import static io.cioagent.instrumentation.Shape.after;
import static io.cioagent.instrumentation.Shape.before;
import static io.cioagent.instrumentation.Signature.method;
import static io.cioagent.instrumentation.Value.THIS;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryInstrumentation;

/**
 * Weaves where tracers are made and closed; and where a scope begins, for tracers that are older
 * than the agent.
 */
public final class BraveInstrumentation extends LibraryInstrumentation {

  public BraveInstrumentation(Observer observer) {
    type("brave.Tracing$Default")
        .required(anyConstructor(), after(THIS), BraveAdapters.Made.class)
        .required(method("close"), before(THIS), BraveAdapters.Close.class);
    type("brave.propagation.CurrentTraceContext")
        // The first versions of 5 decorate no scopes.
        .optional(
            method(
                "decorateScope",
                "brave.propagation.TraceContext",
                "brave.propagation.CurrentTraceContext$Scope"),
            before(THIS),
            BraveAdapters.Scope.class);
  }
}
