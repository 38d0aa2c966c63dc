package io.cioagent.instrumentation.brave;

import static io.cioagent.instrumentation.Signature.method;
import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Instrumentation;
import io.cioagent.instrumentation.Pointcut;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.description.type.TypeDescription;

/**
 * Weaves where tracers are made and closed; and where a scope begins, which tells of tracers that
 * were there before the agent.
 */
public final class BraveInstrumentation implements Instrumentation {
  private static final List<Pointcut> TRACING =
      Arrays.asList(
          Pointcut.ofLibrary(isConstructor(), MadeAdvice.class, MadeAdapter.class),
          Pointcut.ofLibrary(
              named("close").and(takesArguments(0)), ClosedAdvice.class, ClosedAdapter.class));

  private static final List<Pointcut> CONTEXT =
      Collections.singletonList(
          Pointcut.ofLibrary(
                  method(
                      "decorateScope",
                      "brave.propagation.TraceContext",
                      "brave.propagation.CurrentTraceContext$Scope"),
                  ScopeAdvice.class,
                  ScopeAdapter.class)
              // The first versions of 5 decorate no scopes.
              .optional());

  public BraveInstrumentation(Observer observer) {}

  @Override
  public List<Pointcut> pointcuts(TypeDescription type) {
    return type.getName().equals("brave.propagation.CurrentTraceContext") ? CONTEXT : TRACING;
  }
}
