package io.cioagent.bridge;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call of a handler under a security manager: with the permissions of the agent, whatever those
 * of the application's frames below it.
 */
final class PrivilegedCall implements PrivilegedAction<@Nullable Object> {
  private static final int ENTER = 0;
  private static final int EXIT = 1;
  private static final int EVENT = 2;

  private final Handler handler;
  private final int kind;
  private final @Nullable Object first;
  private final @Nullable Object second;
  private final @Nullable Object third;

  private PrivilegedCall(
      Handler handler,
      int kind,
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third) {
    this.handler = handler;
    this.kind = kind;
    this.first = first;
    this.second = second;
    this.third = third;
  }

  static @Nullable Object enter(
      Handler handler, @Nullable Object first, @Nullable Object second, @Nullable Object third) {
    return AccessController.doPrivileged(new PrivilegedCall(handler, ENTER, first, second, third));
  }

  static void exit(
      Handler handler, Object scope, @Nullable Object result, @Nullable Throwable thrown) {
    AccessController.doPrivileged(new PrivilegedCall(handler, EXIT, scope, result, thrown));
  }

  static void event(
      Handler handler, @Nullable Object first, @Nullable Object second, @Nullable Object third) {
    AccessController.doPrivileged(new PrivilegedCall(handler, EVENT, first, second, third));
  }

  @Override
  public @Nullable Object run() {
    if (kind == ENTER) {
      return handler.enter(first, second, third);
    }
    if (kind == EXIT) {
      handler.exit(Objects.requireNonNull(first), second, (Throwable) third);
    } else {
      handler.event(first, second, third);
    }
    return null;
  }
}
