package io.cioagent.weaver;

import io.cioagent.bridge.Handler;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Switches a handler off for good once it has failed several times in a row: it does not fit the
 * class that calls it. Calls take no lock; concurrent ones may lose a step of the count.
 */
final class CircuitBreaker implements Handler {
  static final int MOST_FAILURES = 10;

  private final Handler handler;
  private final Consumer<Throwable> opened;

  /** The end of a method counts by itself: most calls have only a beginning. */
  private int failedBeginnings;

  private int failedEnds;
  private boolean open;

  /**
   * @param opened called once, with the last failure
   */
  CircuitBreaker(Handler handler, Consumer<Throwable> opened) {
    this.handler = handler;
    this.opened = opened;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object first, @Nullable Object second, @Nullable Object third) {
    if (open) {
      return null;
    }
    try {
      Object scope = handler.enter(first, second, third);
      if (failedBeginnings != 0) {
        failedBeginnings = 0;
      }
      return scope;
    } catch (Throwable failure) {
      beginningFailed(failure);
      return null;
    }
  }

  /** Also for a call that began before the handler was switched off: it must not stay open. */
  @Override
  public void exit(Object scope, @Nullable Object result, @Nullable Throwable thrown) {
    try {
      handler.exit(scope, result, thrown);
      if (failedEnds != 0) {
        failedEnds = 0;
      }
    } catch (Throwable failure) {
      if (!open) {
        endFailed(failure);
      }
    }
  }

  @Override
  public void event(@Nullable Object first, @Nullable Object second, @Nullable Object third) {
    if (open) {
      return;
    }
    try {
      handler.event(first, second, third);
      if (failedBeginnings != 0) {
        failedBeginnings = 0;
      }
    } catch (Throwable failure) {
      beginningFailed(failure);
    }
  }

  @Override
  public void failed(Throwable failure) {
    handler.failed(failure);
  }

  private void beginningFailed(Throwable failure) {
    boolean last = isOfHandler(failure) && opens(++failedBeginnings);
    report(failure, last);
  }

  private void endFailed(Throwable failure) {
    boolean last = isOfHandler(failure) && opens(++failedEnds);
    report(failure, last);
  }

  private void report(Throwable failure, boolean last) {
    handler.failed(failure);
    if (last) {
      opened.accept(failure);
    }
  }

  /** A JVM without memory or stack says nothing about the handler. */
  private static boolean isOfHandler(Throwable failure) {
    return !(failure instanceof VirtualMachineError);
  }

  /** True for one of the callers only. */
  private synchronized boolean opens(int failures) {
    if (open || failures < MOST_FAILURES) {
      return false;
    }
    open = true;
    return true;
  }
}
