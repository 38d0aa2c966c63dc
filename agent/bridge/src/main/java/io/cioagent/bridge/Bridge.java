package io.cioagent.bridge;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one class that woven code calls. Its calls are plain static ones without class constants or
 * invokedynamic, because classes of any class-file version are woven.
 */
public final class Bridge {
  private static volatile Handler[] handlers = {};
  private static boolean claimed;

  private Bridge() {}

  /**
   * Claims this JVM for the calling agent.
   *
   * @return false when another start of the agent was first, also from another copy of the jar
   */
  public static synchronized boolean claim() {
    boolean first = !claimed;
    claimed = true;
    return first;
  }

  /**
   * Registers a handler for good.
   *
   * @return the number that woven code names it by
   */
  public static synchronized int register(Handler handler) {
    Handler[] grown = new Handler[handlers.length + 1];
    System.arraycopy(handlers, 0, grown, 0, handlers.length);
    grown[handlers.length] = handler;
    handlers = grown;
    return grown.length - 1;
  }

  /** See {@link Handler#enter}; returns null if the handler failed. Never throws. */
  public static @Nullable Object enter(
      int point, @Nullable Object first, @Nullable Object second, @Nullable Object third) {
    Handler handler = null;
    try {
      handler = handlers[point];
      return System.getSecurityManager() == null
          ? handler.enter(first, second, third)
          : PrivilegedCall.enter(handler, first, second, third);
    } catch (Throwable failure) {
      failed(handler, failure);
      return null;
    }
  }

  /** See {@link Handler#exit}. Never throws. */
  public static void exit(
      int point, Object scope, @Nullable Object result, @Nullable Throwable thrown) {
    Handler handler = null;
    try {
      handler = handlers[point];
      if (System.getSecurityManager() == null) {
        handler.exit(scope, result, thrown);
      } else {
        PrivilegedCall.exit(handler, scope, result, thrown);
      }
    } catch (Throwable failure) {
      failed(handler, failure);
    }
  }

  /** See {@link Handler#event}. Never throws. */
  public static void event(
      int point, @Nullable Object first, @Nullable Object second, @Nullable Object third) {
    Handler handler = null;
    try {
      handler = handlers[point];
      if (System.getSecurityManager() == null) {
        handler.event(first, second, third);
      } else {
        PrivilegedCall.event(handler, first, second, third);
      }
    } catch (Throwable failure) {
      failed(handler, failure);
    }
  }

  /** An event for what a method added to a list, if it did. */
  public static void eventIfAdded(
      int point, @Nullable Object first, @Nullable Object second, List<?> list, int sizeBefore) {
    int size = list.size();
    if (size > sizeBefore) {
      event(point, first, second, sizeBefore == 0 ? list : list.subList(sizeBefore, size));
    }
  }

  /** The bytes that {@code read} of a stream returned; null at the end of the stream. */
  public static @Nullable Object bytesRead(byte[] bytes, int offset, int count) {
    return count < 0 ? null : ByteBuffer.wrap(bytes, offset, count);
  }

  private static void failed(@Nullable Handler handler, Throwable failure) {
    try {
      if (handler != null) {
        handler.failed(failure);
      }
    } catch (Throwable ignored) {
      // There is nowhere to report it, and the application must not notice.
    }
  }
}
