package io.cioagent.core.observe;

import io.cioagent.core.call.Call;
import io.cioagent.core.call.CallListener;
import io.cioagent.core.call.Calls;
import io.cioagent.core.call.CurrentCall;
import io.cioagent.core.call.Deadlines;
import io.cioagent.core.call.Exchange;
import io.cioagent.core.call.JvmExit;
import io.cioagent.core.follow.FutureResults;
import io.cioagent.core.follow.HandedTask;
import io.cioagent.core.follow.LogContexts;
import io.cioagent.core.operation.Hosts;
import io.cioagent.core.operation.Operation;
import io.cioagent.core.operation.Routes;
import io.cioagent.core.tracing.ApplicationTraces;
import io.cioagent.core.webhook.WebhookListener;
import io.cioagent.core.webhook.WebhookRules;
import io.cioagent.core.webhook.Webhooks;
import java.util.Collection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the instrumentation reports its facts to: client methods that begin and end, requests of
 * HTTP libraries, work on other threads, webhooks. Safe for any thread.
 */
public final class Observer {
  private final Hosts hosts;
  private final CallListener listener;
  private final ApplicationTraces traces = new ApplicationTraces();
  private final Calls calls;
  private final FutureResults results;
  private final Webhooks webhooks;
  private volatile @Nullable LogContexts logContexts;

  public <L extends CallListener & WebhookListener> Observer(
      Hosts hosts, Routes routes, L listener, WebhookRules webhookRules) {
    this.hosts = hosts;
    this.listener = listener;
    calls = new Calls(hosts, routes, listener, traces);
    results = new FutureResults(calls.timer());
    webhooks = new Webhooks(webhookRules, listener, new Deadlines(calls.timer()), traces);
  }

  /** The host test, which comes before everything else: see {@link Hosts#contains}. */
  public Hosts hosts() {
    return hosts;
  }

  /** Receives what web servers report. */
  public Webhooks webhooks() {
    return webhooks;
  }

  /** Receives what tracers of the application report. */
  public ApplicationTraces traces() {
    return traces;
  }

  /** Adds the ids of the current call to the application's log lines; to be called first. */
  public void followInLogs() {
    logContexts = new LogContexts(listener);
    CurrentCall.follow(logContexts);
  }

  /** Receives the contexts of logging libraries; null where log lines are left as they are. */
  public @Nullable LogContexts logContexts() {
    return logContexts;
  }

  /** As {@link Calls#endAllBeforeExit}; to be called before anything is observed. */
  public JvmExit endAllBeforeExit(
      Supplier<? extends Collection<Thread>> hooks, JvmExit.Ending ending) {
    return calls.endAllBeforeExit(hooks, ending);
  }

  /** A class of a library or client was just woven: the application is about to use it. */
  public void woven() {
    calls.woven();
  }

  /** As {@link Calls#enter}, for a method whose class and other arguments are not known. */
  public @Nullable Call enterClientMethod(
      Operation operation, boolean generic, @Nullable Object userId, @Nullable String eventName) {
    return calls.enter(operation, generic, null, userId, eventName, null);
  }

  /** As {@link Calls#enter}. */
  public @Nullable Call enterClientMethod(
      Operation operation,
      boolean generic,
      @Nullable String clientClass,
      @Nullable Object userId,
      @Nullable String eventName,
      @Nullable Object data) {
    return calls.enter(operation, generic, clientClass, userId, eventName, data);
  }

  /** As {@link FutureResults#exit}. */
  public void exitClientMethod(Call call, @Nullable Object result, @Nullable Throwable thrown) {
    results.exit(call, result, thrown);
  }

  /** As {@link Calls#leave}. */
  public void leaveClientMethod(Call call) {
    calls.leave(call);
  }

  /** The call that events on this thread belong to, null for none. */
  public @Nullable Call current() {
    return CurrentCall.open();
  }

  /**
   * A thread is about to be started by this one, on behalf of the current call.
   *
   * @return false where there is no such call: then the thread's end need not be reported
   */
  public boolean threadStarts(Thread thread, HandedTask.Kind kind) {
    Call call = current();
    return call != null && CurrentCall.threadStarts(thread, HandedTask.of(call, kind));
  }

  /** The JVM halts without running shutdown hooks. */
  public void jvmHalts() {
    calls.jvmHalts();
  }

  /** The application makes a request of an HTTP library, after a test of the {@link #hosts}. */
  public Exchange startExchange() {
    return calls.startExchange(false);
  }

  /** As {@link #startExchange}, for a request to another host that redirects to Customer.io. */
  public Exchange startLedInExchange() {
    return calls.startExchange(true);
  }

  /** Code of the agent failed; see {@link CallListener#failed}. */
  public void failed(String where, Throwable failure) {
    calls.failed(where, failure);
  }
}
