package io.cioagent.core.call;

import io.cioagent.core.call.ErrorType.Kind;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Exceptions of HTTP libraries, by the names of their classes, which are not visible here. Each
 * instrumentation adds those of its library before the first call of the library is observed.
 */
public final class LibraryErrors {
  private static final Map<String, Kind> BY_CLASS = new ConcurrentHashMap<>();

  /** The kind of a class with one message, which takes precedence over that of the class. */
  private static final Map<String, Kind> BY_MESSAGE = new ConcurrentHashMap<>();

  private LibraryErrors() {}

  /**
   * Classifies exceptions of these classes and of their subclasses.
   *
   * @param classNames full names, nested classes with a {@code $}
   */
  public static void add(Kind kind, String... classNames) {
    for (String name : classNames) {
      BY_CLASS.put(name, kind);
    }
  }

  /**
   * Classifies exceptions of exactly this class with one of these messages. For libraries that
   * throw exceptions of the JDK.
   */
  public static void addMessages(Kind kind, String className, String... messages) {
    for (String message : messages) {
      BY_MESSAGE.put(className + ' ' + message, kind);
    }
  }

  /** Null for an exception that no library added. */
  static @Nullable Kind kindOf(Throwable error) {
    Kind kind = BY_MESSAGE.get(error.getClass().getName() + ' ' + messageOf(error));
    for (Class<?> each = error.getClass();
        kind == null && each != Throwable.class;
        each = each.getSuperclass()) {
      kind = BY_CLASS.get(each.getName());
    }
    return kind;
  }

  /** The application's exceptions may override {@code getMessage} and throw there. */
  private static @Nullable String messageOf(Throwable error) {
    try {
      return error.getMessage();
    } catch (RuntimeException | Error e) {
      return null;
    }
  }
}
