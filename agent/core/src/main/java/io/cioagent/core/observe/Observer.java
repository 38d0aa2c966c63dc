package io.cioagent.core.observe;

import io.cioagent.core.operation.Hosts;
import io.cioagent.core.operation.Operation;
import io.cioagent.core.operation.Route;
import io.cioagent.core.operation.Routes;
import io.cioagent.core.tracing.ApplicationTraces;
import io.cioagent.core.tracing.TraceParent;
import io.cioagent.core.webhook.WebhookRules;
import io.cioagent.core.webhook.Webhooks;
import java.util.Collection;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Where the instrumentation brings its facts: client methods that begin and end, requests of HTTP
 * libraries. Safe for any thread.
 */
public final class Observer {
  private static final CurrentCall CURRENT = new CurrentCall();

  private final Hosts hosts;
  private final Routes routes;
  private final CallListener listener;
  private final Webhooks webhooks;
  private final PendingResults pending = new PendingResults();
  private final ApplicationTraces traces = new ApplicationTraces();
  private volatile LogContexts logContexts;

  /** {@link System#nanoTime()} of when a class was woven last. */
  private volatile long wovenNanos = System.nanoTime();

  /** Null where nothing is done when the JVM ends. */
  private volatile JvmExit exit;

  public Observer(Hosts hosts, Routes routes, CallListener listener, WebhookRules webhookRules) {
    this.hosts = hosts;
    this.routes = routes;
    this.listener = listener;
    this.webhooks = new Webhooks(webhookRules, listener, new Deadlines(pending)::after, traces);
  }

  /** The host test, which comes before everything else: see {@link Hosts#contains}. */
  public Hosts hosts() {
    return hosts;
  }

  /** Where receivers bring their facts. */
  public Webhooks webhooks() {
    return webhooks;
  }

  /** Where tracers of the application bring what they know. */
  public ApplicationTraces traces() {
    return traces;
  }

  /** Lets the application's log lines tell the current call; to be called before all else. */
  public void followInLogs() {
    logContexts = new LogContexts(listener, CURRENT);
    CURRENT.follow(logContexts);
  }

  /** Where logging libraries bring their contexts; null where nobody wants to know. */
  public LogContexts logContexts() {
    return logContexts;
  }

  /**
   * Has every call heard of before the JVM is gone; to be called before all else.
   *
   * @param hooks the threads that run when the JVM ends, as far as they can be known
   */
  public JvmExit hearAllBeforeExit(Supplier<? extends Collection<Thread>> hooks) {
    exit = new JvmExit(listener, hooks);
    return exit;
  }

  /** A class of a library or client has just been woven: the application is about to use it. */
  public void woven() {
    wovenNanos = System.nanoTime();
  }

  long wovenNanos() {
    return wovenNanos;
  }

  CallListener listener() {
    return listener;
  }

  PendingResults pending() {
    return pending;
  }

  /**
   * A client method begins on this thread.
   *
   * @param generic whether it counts only with an exchange beneath it
   * @param userId a String, Number or UUID, null for none
   * @return the scope to end it by, null where it is part of the call that is current already
   */
  public Call enterClientMethod(
      Operation operation, boolean generic, Object userId, String eventName) {
    return enterClientMethod(operation, generic, null, userId, eventName, null);
  }

  /**
   * As above for a method that is passed data: it is only held, and looked at when the call is told
   * of.
   *
   * @param clientClass the name of the class that the method is declared in, null for none
   * @param data null for none
   */
  public Call enterClientMethod(
      Operation operation,
      boolean generic,
      String clientClass,
      Object userId,
      String eventName,
      Object data) {
    return enterClientMethod(
        Asked.byClientMethod(operation, generic, clientClass, userId, eventName), data);
  }

  /** The same that was asked by an earlier call, once more. */
  Call enterClientMethod(Asked asked, Object data) {
    Call around = current();
    if ((around != null && (asked.generic || around.counts())) || !StackRoom.isEnough()) {
      return null;
    }
    Call call = new Call(this, asked, data, System.nanoTime(), CURRENT.get(), traces.current());
    started(call);
    // Last: a call that is current without anybody to end it would stick to the thread.
    CURRENT.set(call);
    return call;
  }

  /**
   * The client method that began {@code call} ends on the same thread.
   *
   * @param result what it returns; a future or stage completes the call later
   * @param thrown what it throws, null when it returns
   */
  @SuppressWarnings("FutureReturnValueIgnored") // a listener; the future stays the application's
  public void exitClientMethod(Call call, Object result, Throwable thrown) {
    if (result instanceof CompletionStage) {
      leaveClientMethod(call);
      try {
        ((CompletionStage<?>) result).whenComplete((value, error) -> call.completed(error));
      } catch (Throwable failure) {
        call.completed(null);
        throw failure;
      }
    } else if (result instanceof Future) {
      leaveClientMethod(call);
      pending.await((Future<?>) result, call);
    } else {
      CURRENT.set(call.previous());
      call.returned(thrown, System.nanoTime());
      if (!call.isOver()) {
        tellLeft(call);
      }
    }
  }

  /**
   * As {@link #exitClientMethod} where what the method returns completes later and somebody else
   * hears of it: {@link Call#completed} must follow, or {@link DeferredCall#of}.
   */
  public void leaveClientMethod(Call call) {
    CURRENT.set(call.previous());
    call.becomeAsynchronous();
    tellLeft(call);
  }

  private void tellLeft(Call call) {
    try {
      if (call.data() != null) {
        listener.left(call);
      }
    } catch (Throwable failure) {
      // The call's end is still to be heard of.
      failed("log", failure);
    }
  }

  /** The call that what happens on this thread belongs to, null for none. */
  public Call current() {
    Call call = CURRENT.get();
    return call == null || call.isOver() ? null : call;
  }

  /**
   * Work of a call goes on, on this thread.
   *
   * @return what to {@link #leave} by; null where the call is over already
   */
  public ThreadScope resume(Call call) {
    if (call.isOver()) {
      return null;
    }
    ThreadScope scope = new ThreadScope(CURRENT.get());
    CURRENT.set(call);
    return scope;
  }

  /**
   * Work goes on, on this thread, that a call has handed over which is over: what it asks is linked
   * to that call.
   *
   * @return what to {@link #leave} by
   */
  ThreadScope follow(Call over) {
    ThreadScope scope = new ThreadScope(CURRENT.get());
    CURRENT.set(over);
    return scope;
  }

  /**
   * The application hears of a call's outcome on the thread that works for the call: what it does
   * then is no part of it.
   *
   * @return what to {@link #leave} by; null where the thread does not work for this call
   */
  public ThreadScope stepOut(Call call) {
    if (CURRENT.get() != call) {
      return null;
    }
    CURRENT.set(call.previous());
    return new ThreadScope(call);
  }

  /**
   * Work begins on this thread that no call has handed over.
   *
   * @return what to {@link #leave} by; null where the thread works for no call anyway
   */
  public ThreadScope stepOut() {
    return current() == null ? null : suspend();
  }

  /** What {@link #resume}, {@link #stepOut} or {@link #suspend} began on this thread ends. */
  public static void leave(ThreadScope scope) {
    CURRENT.set(scope.before);
  }

  /** What to {@link #leave} a call by that has just been entered. */
  static ThreadScope scopeOf(Call entered) {
    return new ThreadScope(entered.previous());
  }

  /**
   * A thread is about to be started by this one, on behalf of the call that is current here.
   *
   * @return false where there is no such call: then there is nothing to tell of the thread's end
   */
  public boolean threadStarts(Thread thread, HandedTask.Kind kind) {
    Call call = current();
    if (call == null) {
      return false;
    }
    HandedTask task = call.handOver(kind);
    if (StartedThreads.add(thread, task)) {
      return true;
    }
    task.drop();
    return false;
  }

  /** A thread has ended, or could not be started. */
  public static void threadEnded(Thread thread) {
    StartedThreads.remove(thread);
  }

  /** This thread serves everybody: it is not the work of the call that happened to start it. */
  public static void threadIsWorker() {
    CURRENT.disown();
    StartedThreads.remove(Thread.currentThread());
  }

  /** Work begins on this thread that belongs to no call, and neither does what it hands over. */
  public static ThreadScope suspend() {
    ThreadScope scope = new ThreadScope(CURRENT.get());
    CURRENT.set(null);
    return scope;
  }

  /** The current call of a thread before another one was resumed on it, or none. */
  public static final class ThreadScope {
    private final Call before;

    private ThreadScope(Call before) {
      this.before = before;
    }
  }

  /**
   * The application makes a request of an HTTP library. The caller has asked {@link #hosts} first.
   */
  public Exchange startExchange() {
    return startExchange(false);
  }

  /**
   * As {@link #startExchange}, for a request to another host that was redirected to Customer.io.
   */
  public Exchange startLedInExchange() {
    return startExchange(true);
  }

  private Exchange startExchange(boolean ledIn) {
    Call around = CURRENT.get();
    if (around != null && !around.isOver()) {
      return new Exchange(this, around.outermost(), null, null, ledIn);
    }
    return StackRoom.isEnough()
        ? new Exchange(this, null, around, traces.current(), ledIn)
        : Exchange.unobserved(this);
  }

  /**
   * Code of the agent failed and was kept away from the application.
   *
   * @param where one of a few fixed names
   */
  public void failed(String where, Throwable failure) {
    listener.failed(where, failure);
  }

  /** An operation that no client method stands above. */
  Call callOfExchange(Route route, long startNanos, Call over, TraceParent parent) {
    Call call = new Call(this, Asked.byExchange(route.operation()), null, startNanos, over, parent);
    started(call);
    return call;
  }

  private void started(Call call) {
    listener.started(call);
    JvmExit ending = exit;
    if (ending != null) {
      ending.started(call);
    }
  }

  /**
   * The span of a call that is over and has handed over what this thread does.
   *
   * @param over null for none
   * @return null where it was over long ago: a worker that serves everybody since
   */
  TraceParent spanOfLate(Call over) {
    return over == null || System.nanoTime() - over.endNanos() > Awaited.UNWATCHED_NANOS
        ? null
        : listener.spanOf(over);
  }

  Request request(String method, String scheme, String host, int port, String rawPath) {
    int realPort = port > 0 ? port : "https".equals(scheme) ? 443 : 80;
    return new Request(
        method,
        scheme,
        hosts.canonical(host),
        realPort,
        routes.match(method, host, port, rawPath),
        rawPath != null && rawPath.indexOf('?') >= 0);
  }

  static Throwable withoutWrapper(Throwable error) {
    Throwable bare = error;
    while ((bare instanceof CompletionException || bare instanceof ExecutionException)
        && bare.getCause() != null) {
      bare = bare.getCause();
    }
    return bare;
  }
}
