package io.cioagent.core.call;

import io.cioagent.core.base.StackSpace;
import io.cioagent.core.operation.Hosts;
import io.cioagent.core.operation.KnownHost;
import io.cioagent.core.operation.Operation;
import io.cioagent.core.operation.Route;
import io.cioagent.core.operation.Routes;
import io.cioagent.core.tracing.ApplicationTraces;
import io.cioagent.core.tracing.TraceParent;
import java.util.Collection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Begins calls and exchanges, and holds what they share. Safe for any thread. */
public final class Calls {
  private final Hosts hosts;
  private final Routes routes;
  private final CallListener listener;
  private final ApplicationTraces traces;
  private final Timer timer = new Timer();

  /** {@link System#nanoTime()} of when a class was woven last. */
  private volatile long wovenNanos = System.nanoTime();

  /** Null where nothing is done when the JVM exits. */
  private volatile @Nullable JvmExit exit;

  public Calls(Hosts hosts, Routes routes, CallListener listener, ApplicationTraces traces) {
    this.hosts = hosts;
    this.routes = routes;
    this.listener = listener;
    this.traces = traces;
    // Loads the class before JDK classes are woven that use it.
    CurrentCall.get();
  }

  Hosts hosts() {
    return hosts;
  }

  CallListener listener() {
    return listener;
  }

  /** Code of the agent failed; see {@link CallListener#failed}. */
  public void failed(String where, Throwable failure) {
    listener.failed(where, failure);
  }

  /** Runs what must happen later. */
  public Timer timer() {
    return timer;
  }

  /**
   * Ends every open call before the JVM is gone; to be called before anything is observed.
   *
   * @param hooks the application's shutdown hooks, as far as they can be known
   * @param ending runs when the calls have ended, with the {@link System#nanoTime()} to be done by
   */
  public JvmExit endAllBeforeExit(
      Supplier<? extends Collection<Thread>> hooks, JvmExit.Ending ending) {
    exit = new JvmExit(listener, hooks, ending);
    return exit;
  }

  /** A class of a library or client was just woven: the application is about to use it. */
  public void woven() {
    wovenNanos = System.nanoTime();
  }

  long wovenNanos() {
    return wovenNanos;
  }

  /**
   * A client method begins on this thread.
   *
   * @param generic whether it counts only with an exchange beneath it
   * @param clientClass the name of the class that the method is declared in, if it is known
   * @param userId a String, Number or UUID, if there is one
   * @param data the other arguments, if there are any; held, and not read before the call is
   *     reported
   * @return null where it is part of the call that is current already
   */
  public @Nullable Call enter(
      Operation operation,
      boolean generic,
      @Nullable String clientClass,
      @Nullable Object userId,
      @Nullable String eventName,
      @Nullable Object data) {
    return enter(
        CallDescription.ofClientMethod(operation, generic, clientClass, userId, eventName), data);
  }

  /** As the other, for one more call of the same description. */
  public @Nullable Call enter(CallDescription description, @Nullable Object data) {
    Call around = CurrentCall.open();
    if ((around != null && (description.generic || around.counts())) || !StackSpace.isEnough()) {
      return null;
    }
    Call previous = CurrentCall.get();
    Call call =
        new Call(
            this,
            description,
            data,
            System.nanoTime(),
            previous,
            around,
            around == null ? spanOfLate(previous) : null,
            traces.current());
    opened(call);
    started(call);
    // Last: a current call that nothing ends would stick to the thread.
    CurrentCall.set(call);
    return call;
  }

  /** The client method that began {@code call} returns a result on the same thread, or throws. */
  public void exit(Call call, @Nullable Throwable thrown) {
    CurrentCall.set(call.previous());
    call.returned(thrown, System.nanoTime());
    if (!call.isOver()) {
      reportLeft(call);
    }
  }

  /**
   * The client method that began {@code call} returns on the same thread, and its result completes
   * later: {@link Call#completed} must follow.
   */
  public void leave(Call call) {
    CurrentCall.set(call.previous());
    call.becomeAsynchronous();
    reportLeft(call);
  }

  private void reportLeft(Call call) {
    try {
      if (call.data() != null) {
        listener.left(call);
      }
    } catch (Throwable failure) {
      // The call's end is still to be reported.
      listener.failed("log", failure);
    }
  }

  /**
   * The application makes a request of an HTTP library. The caller has tested the host first.
   *
   * @param ledIn whether the request went to another host, which redirected it to Customer.io
   */
  public Exchange startExchange(boolean ledIn) {
    Call around = CurrentCall.get();
    if (around != null && !around.isOver()) {
      return new Exchange(this, around.outermost(), null, null, ledIn);
    }
    return StackSpace.isEnough()
        ? new Exchange(this, null, spanOfLate(around), traces.current(), ledIn)
        : Exchange.unobserved(this);
  }

  /** An operation without a client method above it. Not reported before {@link #started}. */
  Call ofExchange(
      Route route,
      long startNanos,
      @Nullable TraceParent handedOverBy,
      @Nullable TraceParent parent) {
    CallDescription description = CallDescription.ofExchange(route.operation());
    Call call = new Call(this, description, null, startNanos, null, null, handedOverBy, parent);
    opened(call);
    return call;
  }

  /** First of all: whatever ends it takes it out of the open calls. */
  private void opened(Call call) {
    JvmExit ending = exit;
    if (ending != null) {
      ending.opened(call);
    }
  }

  void started(Call call) {
    listener.started(call);
    JvmExit ending = exit;
    if (ending != null) {
      ending.register();
    }
  }

  /** The JVM halts without running shutdown hooks. */
  public void jvmHalts() {
    JvmExit ending = exit;
    if (ending != null) {
      ending.close();
    }
  }

  /**
   * The span of a call that is over and has handed over what this thread does.
   *
   * @param over null for none
   * @return null where it was over long ago: a worker that has served other callers since
   */
  private @Nullable TraceParent spanOfLate(@Nullable Call over) {
    return over == null || System.nanoTime() - over.endNanos() > PendingWork.UNWATCHED_NANOS
        ? null
        : listener.spanOf(over);
  }

  Request request(
      String method, String scheme, KnownHost host, int port, @Nullable String rawPath) {
    int realPort = port > 0 ? port : "https".equals(scheme) ? 443 : 80;
    return new Request(
        method,
        scheme,
        host.name(),
        realPort,
        routes.match(method, host, rawPath),
        rawPath != null && rawPath.indexOf('?') >= 0);
  }
}
