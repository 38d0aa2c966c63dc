package io.cioagent.instrumentation.opentelemetryapi;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;

/**
 * Recognizes the spans that OpenTelemetry's own instrumentation of HTTP clients makes. Whether such
 * a span is current when an operation begins depends on which agent wove the client first; either
 * way the operation's parent is the application's own span.
 *
 * <p>By reflection, as this takes an SDK, which may be absent or hidden.
 */
final class AutomaticSpans {
  private static final String READABLE = "io.opentelemetry.sdk.trace.ReadableSpan";

  /** How the tracers of OpenTelemetry's own instrumentation are named. */
  private static final String SCOPE = "io.opentelemetry.";

  /** In the span's class: an SDK may go sooner than the API does. */
  private final ClassValue<Reader> readers =
      new ClassValue<Reader>() {
        @Override
        protected Reader computeValue(Class<?> type) {
          return reader(type);
        }
      };

  /** Reads spans of one class. */
  private static final class Reader {
    static final Reader NONE = new Reader(null, null, null, null);

    final MethodHandle kind;
    final MethodHandle scope;
    final MethodHandle scopeName;
    final MethodHandle parent;

    Reader(MethodHandle kind, MethodHandle scope, MethodHandle scopeName, MethodHandle parent) {
      this.kind = kind;
      this.scope = scope;
      this.scopeName = scopeName;
      this.parent = parent;
    }
  }

  /** The context of the span's parent where it is such a span, else null. */
  Object contextAround(Object span) throws Throwable {
    Reader reader = readers.get(span.getClass());
    if (reader == Reader.NONE) {
      return null;
    }
    Enum<?> kind = (Enum<?>) (Object) reader.kind.invokeExact(span);
    if (!"CLIENT".equals(kind.name())) {
      return null;
    }
    Object scope = reader.scope.invokeExact(span);
    String name = (String) (Object) reader.scopeName.invokeExact(scope);
    return name.startsWith(SCOPE) ? (Object) reader.parent.invokeExact(span) : null;
  }

  private static Reader reader(Class<?> type) {
    Class<?> readable = readable(type);
    if (readable == null) {
      return Reader.NONE;
    }
    try {
      Method scope = readable.getMethod("getInstrumentationLibraryInfo");
      return new Reader(
          handle(readable.getMethod("getKind")),
          handle(scope),
          handle(scope.getReturnType().getMethod("getName")),
          handle(readable.getMethod("getParentSpanContext")));
    } catch (ReflectiveOperationException e) {
      // An SDK whose spans cannot be read.
      return Reader.NONE;
    }
  }

  private static MethodHandle handle(Method method) throws IllegalAccessException {
    return MethodHandles.publicLookup()
        .unreflect(method)
        .asType(MethodType.methodType(Object.class, Object.class));
  }

  private static Class<?> readable(Class<?> type) {
    if (type == null || type.getName().equals(READABLE)) {
      return type;
    }
    for (Class<?> each : type.getInterfaces()) {
      Class<?> found = readable(each);
      if (found != null) {
        return found;
      }
    }
    return readable(type.getSuperclass());
  }
}
