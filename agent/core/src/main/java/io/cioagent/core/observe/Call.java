package io.cioagent.core.observe;

import io.cioagent.core.operation.Api;
import io.cioagent.core.operation.Operation;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * One operation from start to end: what the application asked of Customer.io, the attempts beneath
 * it and what became of it.
 *
 * <p>It is over when the client method has returned, a returned future has completed, work handed
 * to other threads is done and no exchange beneath is still under way: a callback of the
 * application can run before ours, and a method can return before the answer comes.
 */
public final class Call extends Attachable {
  /** After a failed or completed future, for exchanges whose callback has not run yet. */
  private static final long SETTLE_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** After a method that returned without waiting for its answer or its work on other threads. */
  private static final long UNWATCHED_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final Observer observer;
  private final Operation operation;
  private final boolean generic;
  private final boolean fromClientMethod;
  private final Object userId;
  private final String eventName;
  private final long startEpochMillis = System.currentTimeMillis();
  private final long startNanos;
  final Attempts attempts = new Attempts();

  /** The call around this one on the same thread, to be current again after it. */
  private final Call previous;

  private Api api;
  private int exchanges;
  private int openExchanges;
  private int openTasks;
  private boolean returned;
  private boolean asynchronous;
  private boolean over;

  /** Cancels the giving up, null where nobody waits for that. */
  private Future<?> givingUp;

  private long endNanos;
  private Throwable error;
  private String errorType;

  Call(
      Observer observer,
      Operation operation,
      boolean generic,
      boolean fromClientMethod,
      Object userId,
      String eventName,
      long startNanos,
      Call previous) {
    this.observer = observer;
    this.operation = operation;
    this.generic = generic;
    this.fromClientMethod = fromClientMethod;
    this.userId = userId;
    this.eventName = eventName;
    this.startNanos = startNanos;
    this.previous = previous;
  }

  Call previous() {
    return previous;
  }

  /**
   * The call that exchanges beneath this one belong to. A method with a generic name may hold an
   * observed one; as soon as an exchange happens the outer of the two is the operation.
   */
  Call outermost() {
    Call outermost = this;
    while (outermost.previous != null && !outermost.previous.isOver()) {
      outermost = outermost.previous;
    }
    return outermost;
  }

  synchronized boolean isOver() {
    return over;
  }

  /**
   * Work of this call is handed to another thread: the call is not over before {@link #taskEnded},
   * or some time without it.
   */
  public synchronized void taskHandedOver() {
    openTasks++;
  }

  /** Work that was handed to another thread is done. */
  public void taskEnded() {
    synchronized (this) {
      openTasks--;
      if (!isSettled()) {
        return;
      }
      over();
    }
    finish();
  }

  /** Whether the last thing that the call waited for has just come. */
  private boolean isSettled() {
    return returned && !over && openExchanges == 0 && openTasks == 0;
  }

  private void over() {
    over = true;
    if (givingUp != null) {
      givingUp.cancel(false);
    }
  }

  synchronized boolean counts() {
    return !generic || exchanges > 0;
  }

  synchronized void exchangeBegan() {
    exchanges++;
    openExchanges++;
  }

  synchronized Attempt newAttempt(Request request, int resendCount, long nanos) {
    if (api == null) {
      api = request.route().api();
    }
    attempts.began();
    return new Attempt(this, request, resendCount, nanos);
  }

  void exchangeEnded(Throwable endError, long nanos) {
    synchronized (this) {
      openExchanges--;
      if (over) {
        return;
      }
      if (endError != null) {
        error = endError;
      }
      if (!asynchronous) {
        endNanos = nanos;
      }
      if (!isSettled()) {
        return;
      }
      over();
    }
    finish();
  }

  /**
   * The client method returned or threw, or what it returned has completed.
   *
   * @param thrown what the application gets instead of a result, null for none
   * @param nanos {@link System#nanoTime()} of that moment
   */
  void returned(Throwable thrown, long nanos) {
    boolean settle;
    synchronized (this) {
      if (over || returned) {
        return;
      }
      returned = true;
      endNanos = nanos;
      if (thrown != null) {
        error = thrown;
        errorType = ErrorType.of(thrown);
      }
      settle = !isSettled();
      over = !settle;
    }
    if (settle) {
      giveUpAfter(asynchronous || thrown != null ? SETTLE_NANOS : UNWATCHED_NANOS);
    } else {
      finish();
    }
  }

  private void giveUpAfter(long nanos) {
    Future<?> waiting = observer.pending().giveUpAfter(nanos, this);
    synchronized (this) {
      givingUp = waiting;
      if (over && waiting != null) {
        // The exchange ended meanwhile, on another thread.
        waiting.cancel(false);
      }
    }
  }

  /** What the client method returned completes later: its time is the call's time. */
  synchronized void becomeAsynchronous() {
    asynchronous = true;
  }

  /** Nobody will say more; what is known now is the outcome. */
  void giveUp() {
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
      if (openExchanges > 0 && attempts.errorType() == null && errorType == null) {
        errorType = ErrorType.UNKNOWN;
      }
    }
    finish();
  }

  private void finish() {
    if (attempts.errorType() != null) {
      // What happened on the wire, whatever the method made of it.
      errorType = attempts.errorType();
    }
    if (errorType == null) {
      // An earlier attempt failed, a later one did it.
      error = null;
    }
    if (counts() && !isPartOfOuter()) {
      observer.listener().ended(this);
    }
  }

  /** Whether a call around this one, over or not, is the operation that the exchanges belong to. */
  private boolean isPartOfOuter() {
    for (Call outer = previous; outer != null; outer = outer.previous) {
      if (outer.exchanges() > 0) {
        return true;
      }
    }
    return false;
  }

  private synchronized int exchanges() {
    return exchanges;
  }

  public Operation operation() {
    return operation;
  }

  /** The API that the first attempt went to, null where none is known. */
  public synchronized Api api() {
    return api;
  }

  /** Whether an observed client method is the operation, or the exchange itself. */
  public boolean isFromClientMethod() {
    return fromClientMethod;
  }

  /** The user id as passed, a String, Number or UUID; null where none is known. */
  public Object userId() {
    return userId;
  }

  /** The event's name as passed, null where none is known. */
  public String eventName() {
    return eventName;
  }

  /** Wall-clock milliseconds of the start. */
  public long startEpochMillis() {
    return startEpochMillis;
  }

  /** {@link System#nanoTime()} of the start. */
  public long startNanos() {
    return startNanos;
  }

  /** {@link System#nanoTime()} of the end. */
  public synchronized long endNanos() {
    return endNanos;
  }

  /** How many attempts there were so far. */
  public int attempts() {
    return attempts.count();
  }

  /** The value of the label {@code error_type}, null for success. */
  public synchronized String errorType() {
    return errorType;
  }

  /** The exception that the method or its last exchange ended with, null for none. */
  public synchronized Throwable error() {
    return error;
  }
}
