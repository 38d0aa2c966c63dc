package io.cioagent.core.observe;

import io.cioagent.core.observe.Observer.ThreadScope;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * A client method that returned a publisher: its work begins when the application subscribes, and
 * each subscription is an operation of its own. Safe for any thread.
 */
public final class DeferredCall {
  /** What a failure of our own is counted under. */
  private static final String WHERE = "client";

  private final Observer observer;
  private final Call method;

  /** Whether the method did not wait with its work; then the first subscription only joins it. */
  private boolean underWay;

  /**
   * What a later subscription asks; only with an exchange where the method's work was done once.
   */
  private final Asked next;

  /** What the method was passed besides, for later subscriptions; null for none. */
  private final Object data;

  /** Ends the method's own call where nobody ever subscribes; null where it has none. */
  private final Future<?> givingUp;

  private DeferredCall(Observer observer, Call method) {
    this.observer = observer;
    this.method = method;
    this.data = method.data();
    this.underWay = method.isUnderWay();
    this.next = underWay ? method.asked().onlyWithExchange() : method.asked();
    this.givingUp =
        underWay ? observer.pending().giveUpAfter(Awaited.UNWATCHED_NANOS, method) : null;
  }

  /** Of a method that {@link Observer#leaveClientMethod} has left. */
  public static DeferredCall of(Observer observer, Call method) {
    return new DeferredCall(observer, method);
  }

  /**
   * The application subscribes, on this thread. Whatever fails in the agent stays here: the
   * publisher is subscribed to in any case.
   *
   * @param source subscribes to what the method returned; what it throws is the application's
   */
  public void subscribe(Consumer<Subscription> source) {
    Subscription subscription = begin();
    try {
      source.accept(subscription);
    } catch (Throwable thrown) {
      // Against the rules of publishers: then no signal follows.
      subscription.ended(thrown);
      throw thrown;
    } finally {
      if (subscription.thread != null) {
        Observer.leave(subscription.thread);
      }
    }
  }

  private Subscription begin() {
    try {
      boolean joins;
      synchronized (this) {
        joins = underWay;
        underWay = false;
      }
      if (joins) {
        if (givingUp != null) {
          givingUp.cancel(false);
        }
        return new Subscription(observer, method, observer.resume(method));
      }
      Call call = observer.enterClientMethod(next, data);
      if (call != null) {
        call.becomeAsynchronous();
        return new Subscription(observer, call, Observer.scopeOf(call));
      }
    } catch (Throwable failure) {
      observer.failed(WHERE, failure);
    }
    return new Subscription(observer, null, null);
  }

  /** One subscription of the application. */
  public static final class Subscription {
    private final Observer observer;

    /** Null where the subscription is part of another call. */
    private final Call call;

    private final ThreadScope thread;
    private volatile boolean delivered;

    private Subscription(Observer observer, Call call, ThreadScope thread) {
      this.observer = observer;
      this.call = call;
      this.thread = thread;
    }

    /**
     * The publisher has ended; only the first time counts. Never throws.
     *
     * @param error what it ended with, null for success
     */
    public void ended(Throwable error) {
      try {
        if (call != null) {
          call.completed(error);
        }
      } catch (Throwable failure) {
        observer.failed(WHERE, failure);
      }
    }

    /** The application has got one of possibly many values. */
    public void delivered() {
      delivered = true;
    }

    /**
     * The application wants no more of the publisher: it has what it wanted where it has got
     * something. Never throws.
     */
    public void cancelled() {
      ended(delivered ? null : new CancellationException("the subscription was cancelled"));
    }

    /** The application gets a signal: what it does then is no work of this call. */
    public void outside(Runnable signal) {
      ThreadScope scope = call == null ? null : observer.stepOut(call);
      try {
        signal.run();
      } finally {
        if (scope != null) {
          Observer.leave(scope);
        }
      }
    }

    /** The publisher gets a request: what it does then is this call's work. */
    public void within(Runnable request) {
      ThreadScope scope = call == null ? null : observer.resume(call);
      try {
        request.run();
      } finally {
        if (scope != null) {
          Observer.leave(scope);
        }
      }
    }
  }
}
