package io.cioagent.core.observe;

import java.util.HashMap;
import java.util.Map;

/** Exceptions of HTTP libraries, which are not there for us to see: known by their names. */
final class LibraryErrors {
  private static final String JETTY = "org.eclipse.jetty.";

  /** What each class says; a subclass says the same. */
  private static final Map<String, ErrorType.Kind> BY_CLASS = new HashMap<>();

  static {
    // Jetty client: runtime exceptions all of them, about what came over the wire or did not.
    BY_CLASS.put(JETTY + "client.HttpResponseException", ErrorType.Kind.IO);
    BY_CLASS.put(JETTY + "client.HttpRequestException", ErrorType.Kind.IO);
    BY_CLASS.put(JETTY + "http.BadMessageException", ErrorType.Kind.IO);
  }

  private LibraryErrors() {}

  /** Null where nothing is known but what the exception is of the JDK's. */
  static ErrorType.Kind kindOf(Throwable error) {
    ErrorType.Kind kind = null;
    for (Class<?> each = error.getClass();
        kind == null && each != Throwable.class;
        each = each.getSuperclass()) {
      kind = BY_CLASS.get(each.getName());
    }
    return kind;
  }
}
