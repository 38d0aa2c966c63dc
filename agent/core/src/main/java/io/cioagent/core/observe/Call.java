package io.cioagent.core.observe;

import io.cioagent.core.operation.Api;
import io.cioagent.core.tracing.TraceParent;

/**
 * One operation from start to end: what the application asked of Customer.io, the attempts beneath
 * it and what became of it.
 *
 * <p>It is over when the client method has returned, a returned future has completed, work handed
 * to other threads is done and no exchange beneath is still under way: a callback of the
 * application can run before ours, and a method can return before the answer comes.
 */
public final class Call extends CallStart {
  private final Observer observer;
  private final long threadId = Thread.currentThread().getId();

  /** What was current on the same thread before, over or not, and is to be again after it. */
  private Call previous;

  /** The call around this one, which was not over when this one began; null for none. */
  private final Call outer;

  /** The span of the call that handed this work over and was over before; null for none. */
  private final TraceParent handedOverBy;

  /** Takes this call out of those under way; null where nobody keeps them. */
  private OpenCalls.Entry open;

  /** The application's own, or what the listener put in its place; null for none. */
  private Object data;

  private Api api;
  private int exchanges;

  /** Null until there is an exchange. */
  private Attempts attempts;

  /** Null until there is something to wait for. */
  private Awaited awaited;

  private boolean returned;
  private boolean asynchronous;
  private boolean over;

  private long endNanos;
  private Throwable error;
  private String errorType;

  /** Whether it ended without an error and nothing was seen that could have failed. */
  private boolean unknown;

  /**
   * @param data what was passed to the client method besides, null for none
   * @param parent the application's span that this belongs beneath, null for none
   */
  Call(
      Observer observer,
      Asked asked,
      Object data,
      long startNanos,
      Call previous,
      TraceParent parent) {
    super(asked, startNanos, parent);
    this.observer = observer;
    this.data = data;
    this.previous = previous;
    this.outer = previous == null || previous.isOver() ? null : previous;
    this.handedOverBy = outer == null ? observer.spanOfLate(previous) : null;
  }

  /** The operation that handed this one over to another thread, where it was over by then. */
  public TraceParent handedOverBy() {
    return handedOverBy;
  }

  void isOpen(OpenCalls.Entry entry) {
    open = entry;
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
    while (outermost.outer != null && !outermost.outer.isOver()) {
      outermost = outermost.outer;
    }
    return outermost;
  }

  synchronized boolean isOver() {
    return over;
  }

  Observer observer() {
    return observer;
  }

  /** Work of this call is handed to another thread: the call may wait for it. */
  public HandedTask handOver(HandedTask.Kind kind) {
    HandedTask task = new HandedTask(this, kind);
    await(task, kind.handedOver);
    return task;
  }

  void await(HandedTask task, HandedTask.Wait wait) {
    synchronized (this) {
      awaited().waitFor(task, wait, System.nanoTime());
      if (!settles()) {
        return;
      }
    }
    finish();
  }

  /** Whether the last thing that the call waited for has just come; else it waits on. */
  private boolean settles() {
    if (!returned || over) {
      return false;
    }
    long now = System.nanoTime();
    if (!awaitsNothing(now)) {
      awaited.arm(this, now);
      return false;
    }
    beOver();
    return true;
  }

  private boolean awaitsNothing(long now) {
    return awaited == null || awaited.isNothing(now);
  }

  private void beOver() {
    over = true;
    if (awaited != null) {
      awaited.disarm();
    }
  }

  private Awaited awaited() {
    if (awaited == null) {
      awaited = new Awaited(observer);
    }
    return awaited;
  }

  synchronized Attempts attemptsMade() {
    if (attempts == null) {
      attempts = new Attempts();
    }
    return attempts;
  }

  /** How the last attempt failed, null where none did. */
  private String failedOnTheWire() {
    return attempts == null ? null : attempts.errorType();
  }

  synchronized boolean counts() {
    return !asked().generic || exchanges > 0;
  }

  synchronized void exchangeBegan() {
    exchanges++;
    awaited().exchangeBegan(Thread.currentThread().getId() != threadId);
    // Never settles now, but has longer to wait.
    settles();
  }

  synchronized Attempt newAttempt(Request request, int resendCount, long nanos) {
    if (api == null) {
      api = request.route().api();
    }
    attemptsMade().began(request.method(), true);
    return new Attempt(this, request, resendCount, nanos);
  }

  void exchangeEnded(Throwable endError, long nanos) {
    synchronized (this) {
      awaited().exchangeEnded(failedOnTheWire() != null, System.nanoTime());
      if (over) {
        return;
      }
      if (endError != null) {
        error = endError;
      }
      if (!asynchronous) {
        endNanos = nanos;
      }
      if (!settles()) {
        return;
      }
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
      if (awaited != null) {
        awaited.returned(asynchronous || thrown != null, nanos);
      }
      if (!settles()) {
        return;
      }
    }
    finish();
  }

  /** What the client method returned has completed; {@code thrown} is null for a result. */
  public void completed(Throwable thrown) {
    returned(Observer.withoutWrapper(thrown), System.nanoTime());
  }

  /** What the client method returned completes later: its time is the call's time. */
  synchronized void becomeAsynchronous() {
    asynchronous = true;
  }

  /**
   * The client method returned something that nobody has asked for its result yet.
   *
   * @return whether the call has begun its work all the same; else it is over, and never was
   */
  synchronized boolean isUnderWay() {
    over = exchanges == 0 && (awaited == null || !awaited.hasWork());
    if (over) {
      OpenCalls.remove(open);
    }
    return !over;
  }

  /** Time is up, unless something happened in the last moment. */
  void timeIsUp() {
    synchronized (this) {
      long now = System.nanoTime();
      if (!over && awaited != null && awaited.isEarly(now)) {
        awaited.disarm();
        awaited.arm(this, now);
        return;
      }
    }
    giveUp();
  }

  /** Nobody will say more; what is known now is the outcome. */
  void giveUp() {
    synchronized (this) {
      if (over) {
        return;
      }
      beOver();
      boolean unanswered = awaited != null && awaited.hasExchange();
      if (unanswered && failedOnTheWire() == null && errorType == null) {
        errorType = ErrorType.UNKNOWN;
      }
    }
    finish();
  }

  /**
   * The JVM ends: what is known now is the outcome.
   *
   * @param isLast whether nobody will come to an end any more; else only calls that have returned
   *     and have no answer to wait for are over
   */
  void jvmEnds(boolean isLast) {
    synchronized (this) {
      boolean underWay = !returned || (awaited != null && awaited.hasExchange());
      if (over || (underWay && !isLast)) {
        return;
      }
      beOver();
      if (underWay) {
        endNanos = System.nanoTime();
        errorType = ErrorType.UNFINISHED;
      }
    }
    finish();
  }

  private void finish() {
    try {
      tellEnd();
    } finally {
      OpenCalls.remove(open);
    }
  }

  private void tellEnd() {
    String onTheWire = failedOnTheWire();
    if (onTheWire != null && !ErrorType.UNFINISHED.equals(errorType)) {
      // What happened there, whatever the method made of it.
      errorType = onTheWire;
    }
    if (errorType == null) {
      // An earlier attempt failed, a later one did it.
      error = null;
    }
    unknown = errorType == null && isFromClientMethod() && exchanges == 0;
    if (counts() && !isPartOfOuter()) {
      observer.listener().ended(this);
    } else {
      forget();
    }
  }

  /** Everybody has heard. Threads may know this call for long, and an error its class loader. */
  synchronized void forget() {
    if (outer == null) {
      // Else work that hands itself over again and again would keep all of its past.
      previous = null;
    }
    error = null;
    data = null;
  }

  /** Whether a call around this one, over or not, is the operation that the exchanges belong to. */
  private boolean isPartOfOuter() {
    for (Call around = outer; around != null; around = around.outer) {
      if (around.exchanges() > 0) {
        return true;
      }
    }
    return false;
  }

  private synchronized int exchanges() {
    return exchanges;
  }

  /** The API that the first attempt went to, null where none is known. */
  public synchronized Api api() {
    return api;
  }

  /**
   * What was passed to the client method besides, null for none and once the call is over: the
   * application's own object, which it may change at any time, or what {@link #keepData} put there.
   */
  public synchronized Object data() {
    return data;
  }

  /**
   * Lets the listener keep a copy in the place of the application's object. Without effect once
   * everybody has heard of the call.
   */
  public synchronized void keepData(Object copy) {
    if (data != null) {
      data = copy;
    }
  }

  /** {@link System#nanoTime()} of the end. */
  public synchronized long endNanos() {
    return endNanos;
  }

  /** How many attempts there were so far. */
  public synchronized int attempts() {
    return attempts == null ? 0 : attempts.count();
  }

  /** Final as soon as the listener hears of the call's end. */
  public synchronized Outcome outcome() {
    if (errorType != null) {
      return Outcome.ERROR;
    }
    return unknown ? Outcome.UNKNOWN : Outcome.SUCCESS;
  }

  /** The label {@code error_type}, null without an error. */
  public synchronized String errorType() {
    return errorType;
  }

  /** The exception that the method or its last exchange ended with, null for none. */
  public synchronized Throwable error() {
    return error;
  }
}
