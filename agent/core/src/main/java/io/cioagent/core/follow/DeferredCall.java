package io.cioagent.core.follow;

import io.cioagent.core.call.Call;
import io.cioagent.core.call.CallDescription;
import io.cioagent.core.call.CurrentCall;
import io.cioagent.core.call.ThreadScope;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A client method that returned a publisher: its work begins when the application subscribes, and
 * each subscription is an operation of its own. Safe for any thread.
 */
public final class DeferredCall {
  /** Where failures of the agent's own code are counted. */
  private static final String WHERE = "client";

  /** How long the work of a method whose result was not subscribed to may take. */
  private static final long UNSUBSCRIBED_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final Call method;

  /** Whether the method did not wait with its work; then the first subscription only joins it. */
  private boolean underWay;

  /** What a later subscription is; counts only with an exchange where the work was done once. */
  private final CallDescription next;

  /** The other arguments of the method, for later subscriptions; null for none. */
  private final @Nullable Object data;

  /** Ends the method's own call where no subscription follows; null where it has none. */
  private final @Nullable Future<?> givingUp;

  private DeferredCall(Call method) {
    this.method = method;
    this.data = method.data();
    this.underWay = method.isUnderWay();
    this.next = underWay ? method.description().onlyWithExchange() : method.description();
    this.givingUp =
        underWay ? method.calls().timer().after(method::deadlineReached, UNSUBSCRIBED_NANOS) : null;
  }

  /** The result of a method that {@link io.cioagent.core.call.Calls#leave} has left. */
  public static DeferredCall of(Call method) {
    return new DeferredCall(method);
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
        subscription.thread.leave();
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
        return new Subscription(method, method, CurrentCall.resume(method));
      }
      Call call = method.calls().enter(next, data);
      if (call != null) {
        call.becomeAsynchronous();
        return new Subscription(method, call, CurrentCall.scopeOf(call));
      }
    } catch (Throwable failure) {
      method.calls().failed(WHERE, failure);
    }
    return new Subscription(method, null, null);
  }

  /** One subscription of the application. */
  public static final class Subscription {
    private final Call method;

    /** Null where the subscription is part of another call. */
    private final @Nullable Call call;

    private final @Nullable ThreadScope thread;
    private volatile boolean delivered;

    private Subscription(Call method, @Nullable Call call, @Nullable ThreadScope thread) {
      this.method = method;
      this.call = call;
      this.thread = thread;
    }

    /**
     * The publisher has ended; only the first time counts. Never throws.
     *
     * @param error what it ended with, null for success
     */
    public void ended(@Nullable Throwable error) {
      try {
        if (call != null) {
          call.completed(error);
        }
      } catch (Throwable failure) {
        method.calls().failed(WHERE, failure);
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
      ThreadScope scope = call == null ? null : CurrentCall.stepOut(call);
      try {
        signal.run();
      } finally {
        if (scope != null) {
          scope.leave();
        }
      }
    }

    /** The publisher gets a request: what it does then is this call's work. */
    public void within(Runnable request) {
      ThreadScope scope = call == null ? null : CurrentCall.resume(call);
      try {
        request.run();
      } finally {
        if (scope != null) {
          scope.leave();
        }
      }
    }
  }
}
