package io.cioagent.bridge;

import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * A call of a handler under a security manager: with the permissions of the agent, whatever those
 * of the application's frames below it.
 */
final class PrivilegedCall implements PrivilegedAction<Object> {
  private static final int ENTER = 0;
  private static final int EXIT = 1;
  private static final int EVENT = 2;

  private final Handler handler;
  private final int kind;
  private final Object first;
  private final Object second;
  private final Object third;

  private PrivilegedCall(Handler handler, int kind, Object first, Object second, Object third) {
    this.handler = handler;
    this.kind = kind;
    this.first = first;
    this.second = second;
    this.third = third;
  }

  static Object enter(Handler handler, Object first, Object second, Object third) {
    return AccessController.doPrivileged(new PrivilegedCall(handler, ENTER, first, second, third));
  }

  static void exit(Handler handler, Object scope, Object result, Throwable thrown) {
    AccessController.doPrivileged(new PrivilegedCall(handler, EXIT, scope, result, thrown));
  }

  static void event(Handler handler, Object first, Object second, Object third) {
    AccessController.doPrivileged(new PrivilegedCall(handler, EVENT, first, second, third));
  }

  @Override
  public Object run() {
    if (kind == ENTER) {
      return handler.enter(first, second, third);
    }
    if (kind == EXIT) {
      handler.exit(first, second, (Throwable) third);
    } else {
      handler.event(first, second, third);
    }
    return null;
  }
}
