package io.cioagent.instrumentation.opentelemetryapi;

import io.cioagent.core.tracing.TraceParent;
import io.cioagent.instrumentation.TracerAdapter;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Asks OpenTelemetry's Java agent for its current span, which is that of every copy of the API as
 * well. The agent's own copy has other names, which only its jar knows: hence method handles.
 */
public final class AgentSpanAdapter extends TracerAdapter {
  private static final String SPAN =
      "io.opentelemetry.javaagent.shaded.io.opentelemetry.api.trace.Span";

  private final AutomaticSpans automatic = new AutomaticSpans();
  private final MethodHandle current;
  private final MethodHandle context;
  private final MethodHandle isValid;
  private final MethodHandle traceId;
  private final MethodHandle spanId;
  private final MethodHandle isSampled;

  /**
   * @throws ReflectiveOperationException where that agent is of an unknown version
   */
  public AgentSpanAdapter() throws ReflectiveOperationException {
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    Class<?> span = Class.forName(SPAN, false, getClass().getClassLoader());
    Class<?> spanContext = span.getMethod("getSpanContext").getReturnType();
    current =
        lookup.unreflect(span.getMethod("current")).asType(MethodType.methodType(Object.class));
    context = getter(lookup, span, "getSpanContext", Object.class);
    isValid = getter(lookup, spanContext, "isValid", boolean.class);
    traceId = getter(lookup, spanContext, "getTraceId", String.class);
    spanId = getter(lookup, spanContext, "getSpanId", String.class);
    isSampled = getter(lookup, spanContext, "isSampled", boolean.class);
  }

  private static MethodHandle getter(
      MethodHandles.Lookup lookup, Class<?> of, String name, Class<?> result)
      throws ReflectiveOperationException {
    return lookup.unreflect(of.getMethod(name)).asType(MethodType.methodType(result, Object.class));
  }

  @Override
  protected TraceParent query() throws Throwable {
    Object span = current.invokeExact();
    Object found = context.invokeExact(span);
    if (!(boolean) isValid.invokeExact(found)) {
      return null;
    }
    Object around = automatic.contextAround(span);
    if (around != null) {
      found = around;
    }
    return (boolean) isValid.invokeExact(found)
        ? new TraceParent(
            (String) traceId.invokeExact(found),
            (String) spanId.invokeExact(found),
            (boolean) isSampled.invokeExact(found))
        // Copies of the API would still return the automatic span.
        : TraceParent.NONE;
  }
}
