package io.cioagent.bridge;

import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * A call of a handler under a security manager: with the permissions of the agent, whatever those
 * of the application's frames below it.
 */
final class PrivilegedCall implements PrivilegedAction<Object> {
  private final Handler handler;
  private final boolean entering;
  private final Object first;
  private final Object second;
  private final Object third;

  private PrivilegedCall(
      Handler handler, boolean entering, Object first, Object second, Object third) {
    this.handler = handler;
    this.entering = entering;
    this.first = first;
    this.second = second;
    this.third = third;
  }

  static Object enter(Handler handler, Object first, Object second, Object third) {
    return AccessController.doPrivileged(new PrivilegedCall(handler, true, first, second, third));
  }

  static void exit(Handler handler, Object scope, Object result, Throwable thrown) {
    AccessController.doPrivileged(new PrivilegedCall(handler, false, scope, result, thrown));
  }

  @Override
  public Object run() {
    if (entering) {
      return handler.enter(first, second, third);
    }
    handler.exit(first, second, (Throwable) third);
    return null;
  }
}
