package io.cioagent.core.call;

import io.cioagent.core.call.Work.Wait;
import io.cioagent.core.operation.Api;
import io.cioagent.core.tracing.TraceParent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation from start to end: what the application asked of Customer.io, the attempts beneath
 * it and its outcome.
 *
 * <p>It is over when the client method has returned, a returned future has completed, work handed
 * to other threads is done and no exchange beneath is open: a callback of the application can run
 * before ours, and a method can return before the answer comes. {@link CallEvent} holds the rule.
 *
 * <p>Lock order: an {@link Exchange}, then its call, then the call's {@link Attempts}; never the
 * other way. Listeners are called with none of them held.
 *
 * <p>The state is written with the lock held. What {@link #isOver} makes final is read without it:
 * a lock costs as much as all the rest of an accessor, and every call is read a dozen times.
 */
public final class Call extends CallStart {
  /** Of what is forgotten with a call; a call that hands over more leaves the rest to others. */
  private static final int MOST_FORGOTTEN = 1000;

  private final Calls calls;
  private final long threadId = Thread.currentThread().getId();

  /** What was current on the same thread before, over or not, and becomes current again. */
  private @Nullable Call previous;

  /** The call around this one, which was not over when this one began; null for none. */
  private final @Nullable Call outer;

  /** The span of the call that handed this work over and was over before; null for none. */
  private final @Nullable TraceParent handedOverBy;

  /** Takes this call out of the open ones; null where they are not kept. */
  private OpenCalls.@Nullable Entry open;

  /** Runs at the end; null for nothing. */
  private @Nullable List<Runnable> forgotten;

  /** The application's own, or what the listener put in its place; null for none. */
  private @Nullable Object data;

  private @Nullable Api api;
  private volatile int exchanges;

  /** Null until there is an exchange. */
  private @Nullable Attempts attempts;

  /** Null until there is something to wait for. */
  private @Nullable PendingWork pending;

  private boolean returned;
  private boolean asynchronous;

  /** Written after everything that is final from then on. */
  private volatile boolean over;

  private long endNanos;
  private @Nullable Throwable error;
  private @Nullable String errorType;

  /** Whether it ended without an error and without anything that could have failed. */
  private boolean unknown;

  /**
   * @param data the other arguments of the client method, null for none
   * @param previous what is current on this thread
   * @param outer the same where it is not over
   * @param handedOverBy the span of the same where it is over
   * @param parent the application's span that this belongs beneath, null for none
   */
  Call(
      Calls calls,
      CallDescription description,
      @Nullable Object data,
      long startNanos,
      @Nullable Call previous,
      @Nullable Call outer,
      @Nullable TraceParent handedOverBy,
      @Nullable TraceParent parent) {
    super(description, startNanos, parent);
    this.calls = calls;
    this.data = data;
    this.previous = previous;
    this.outer = outer;
    this.handedOverBy = handedOverBy;
  }

  /** The operation that handed this one over to another thread, where it was over by then. */
  public @Nullable TraceParent handedOverBy() {
    return handedOverBy;
  }

  /** It is about to be one of the open calls. */
  void opened(OpenCalls.Entry entry) {
    open = entry;
  }

  /** To be called once, by what made it over. */
  private void closed() {
    OpenCalls.remove(open);
    List<Runnable> actions = forgotten;
    if (actions != null) {
      forgotten = null;
      actions.forEach(Runnable::run);
    }
  }

  /**
   * Something of the application's is known as part of this call until its end, or until the end of
   * the call around it. It must be held weakly: for a call with very many of them, the end forgets
   * only the first ones.
   *
   * @param forget makes it unknown, at once where the call is over; must not throw
   */
  public void atEnd(Runnable forget) {
    Call last = outermost();
    synchronized (last) {
      if (!last.over) {
        if (last.forgotten == null) {
          last.forgotten = new ArrayList<>();
        }
        if (last.forgotten.size() < MOST_FORGOTTEN) {
          last.forgotten.add(forget);
        }
        return;
      }
    }
    forget.run();
  }

  @Nullable Call previous() {
    return previous;
  }

  /** What this call shares with all others. */
  public Calls calls() {
    return calls;
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

  public boolean isOver() {
    return over;
  }

  boolean counts() {
    return !description().generic || exchanges > 0;
  }

  private CallState state() {
    if (over) {
      return CallState.OVER;
    }
    if (!returned) {
      return CallState.RUNNING;
    }
    return hasOpenExchange() ? CallState.AWAITING_ANSWER : CallState.SETTLING;
  }

  private boolean hasOpenExchange() {
    return pending != null && pending.hasExchange();
  }

  /**
   * Does what {@link CallEvent} says. To be called with the lock held; where it returns true the
   * call has just ended, and {@link #report} must follow without the lock.
   */
  private boolean handle(CallEvent event, long now) {
    return perform(event.in(state()), now);
  }

  private boolean perform(CallEvent.Action action, long now) {
    switch (action) {
      case SETTLE:
        if (pending != null && !pending.isNothing(now)) {
          pending.arm(this, now);
          return false;
        }
        break;
      case END:
        if (hasOpenExchange() && failedOnTheWire() == null && errorType == null) {
          errorType = ErrorType.UNKNOWN;
        }
        break;
      case END_UNFINISHED:
        endNanos = now;
        errorType = ErrorType.UNFINISHED;
        break;
      default:
        return false;
    }
    end(now);
    return true;
  }

  private void end(long now) {
    if (endNanos == 0) {
      endNanos = now;
    }
    if (pending != null) {
      pending.disarm();
    }
    String onTheWire = failedOnTheWire();
    if (onTheWire != null && !ErrorType.UNFINISHED.equals(errorType)) {
      // What happened on the wire, whatever the method made of it.
      errorType = onTheWire;
    }
    if (errorType == null) {
      // An earlier attempt failed, a later one succeeded.
      error = null;
    }
    unknown = errorType == null && isFromClientMethod() && exchanges == 0;
    over = true;
  }

  /** The call waits differently from now on for work that it has handed to another thread. */
  void await(Work work, Wait wait, Work.Change change) {
    synchronized (this) {
      if (change == Work.Change.UNLESS_RUNNING && work.running) {
        return;
      }
      work.running |= change == Work.Change.RUNS;
      long now = System.nanoTime();
      pending().waitFor(work, wait, now);
      if (!handle(CallEvent.WORK_CHANGED, now)) {
        return;
      }
    }
    report();
  }

  private PendingWork pending() {
    if (pending == null) {
      pending = new PendingWork(calls);
    }
    return pending;
  }

  synchronized Attempts attemptsMade() {
    if (attempts == null) {
      attempts = new Attempts();
    }
    return attempts;
  }

  /** How the last attempt failed, null where none did. */
  private @Nullable String failedOnTheWire() {
    return attempts == null ? null : attempts.errorType();
  }

  synchronized void exchangeStarted() {
    exchanges++;
    pending().exchangeBegan(Thread.currentThread().getId() != threadId);
    // Never ends the call, as the exchange is open now, but moves the deadline.
    handle(CallEvent.EXCHANGE_STARTED, System.nanoTime());
  }

  synchronized Attempt newAttempt(Request request, int resendCount, long nanos) {
    if (api == null) {
      api = request.route().api();
    }
    attemptsMade().began(request.method(), true);
    return new Attempt(this, request, resendCount, nanos);
  }

  /**
   * @param endError what the exchange ended with where that is the outcome so far, null for none
   */
  void exchangeEnded(@Nullable Throwable endError, long nanos) {
    synchronized (this) {
      long now = System.nanoTime();
      pending().exchangeEnded(failedOnTheWire() != null, now);
      if (over) {
        return;
      }
      if (endError != null) {
        error = endError;
      }
      if (!asynchronous || !returned) {
        endNanos = nanos;
      }
      if (!handle(CallEvent.EXCHANGE_ENDED, now)) {
        return;
      }
    }
    report();
  }

  /**
   * The client method returned or threw, or its result has completed.
   *
   * @param thrown what the application gets instead of a result, null for none
   * @param nanos {@link System#nanoTime()} of that moment
   */
  public void returned(@Nullable Throwable thrown, long nanos) {
    synchronized (this) {
      CallEvent.Action action = CallEvent.RETURNED.in(state());
      if (action == CallEvent.Action.KEEP) {
        return;
      }
      returned = true;
      endNanos = nanos;
      if (thrown != null) {
        error = thrown;
        errorType = ErrorType.of(thrown);
      }
      if (pending != null) {
        pending.returned(asynchronous || thrown != null, nanos);
      }
      if (!perform(action, pending == null ? nanos : System.nanoTime())) {
        return;
      }
    }
    report();
  }

  /** The result of the client method has completed; {@code thrown} is null for success. */
  public void completed(@Nullable Throwable thrown) {
    returned(ErrorType.withoutWrapper(thrown), System.nanoTime());
  }

  /** The result of the client method completes later: its time is the call's time. */
  public synchronized void becomeAsynchronous() {
    asynchronous = true;
  }

  /**
   * The client method returned a deferred result, which may never be asked for.
   *
   * @return whether the call has begun its work all the same; otherwise it is over, and unreported
   */
  public boolean isUnderWay() {
    synchronized (this) {
      if (over || exchanges > 0 || (pending != null && pending.hasWork())) {
        return !over;
      }
      over = true;
    }
    closed();
    return false;
  }

  /** Nothing more is expected, unless something happened in the last moment. */
  public void deadlineReached() {
    synchronized (this) {
      long now = System.nanoTime();
      if (!over && pending != null && pending.isPostponed(now)) {
        pending.disarm();
        pending.arm(this, now);
        return;
      }
    }
    giveUp();
  }

  /** Ends with what is known now. */
  void giveUp() {
    happens(CallEvent.DEADLINE);
  }

  /**
   * The JVM exits.
   *
   * @param isLast whether the application's shutdown hooks are done
   */
  void jvmExits(boolean isLast) {
    happens(isLast ? CallEvent.JVM_EXITED : CallEvent.JVM_EXITING);
  }

  private void happens(CallEvent event) {
    synchronized (this) {
      if (!handle(event, System.nanoTime())) {
        return;
      }
    }
    report();
  }

  private void report() {
    try {
      if (counts() && !isPartOfOuter()) {
        calls.listener().ended(this);
      } else {
        forget();
      }
    } finally {
      closed();
    }
  }

  /** The end is reported. Threads may keep this call for long, and an error its class loader. */
  public synchronized void forget() {
    if (outer == null) {
      // Otherwise work that hands itself over again and again would keep all of its past.
      previous = null;
    }
    error = null;
    data = null;
  }

  /** Whether a call around this one, over or not, is the operation that the exchanges belong to. */
  private boolean isPartOfOuter() {
    for (Call around = outer; around != null; around = around.outer) {
      if (around.exchanges > 0) {
        return true;
      }
    }
    return false;
  }

  /** The API that the first attempt went to, null where unknown. Final once the call is over. */
  public @Nullable Api api() {
    return api;
  }

  /**
   * The other arguments of the client method, null for none and once the call is over: the
   * application's own object, which it may change at any time, or what {@link #keepData} put there.
   */
  public synchronized @Nullable Object data() {
    return data;
  }

  /** Puts a copy in the place of the application's object. Without effect after the end. */
  public synchronized void keepData(@Nullable Object copy) {
    if (data != null) {
      data = copy;
    }
  }

  /** {@link System#nanoTime()} of the end. Final once the call is over. */
  public long endNanos() {
    return endNanos;
  }

  /** The number of attempts so far. */
  public synchronized int attempts() {
    return attempts == null ? 0 : attempts.count();
  }

  /** Final once the call is over. */
  public Outcome outcome() {
    if (errorType != null) {
      return Outcome.ERROR;
    }
    return unknown ? Outcome.UNKNOWN : Outcome.SUCCESS;
  }

  /** The label {@code error_type}, null without an error. Final once the call is over. */
  public @Nullable String errorType() {
    return errorType;
  }

  /**
   * The exception that the method or its last exchange ended with, null for none and once the end
   * is reported.
   */
  public @Nullable Throwable error() {
    return error;
  }
}
