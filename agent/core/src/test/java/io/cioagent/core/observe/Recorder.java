package io.cioagent.core.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.call.Attempt;
import io.cioagent.core.call.Call;
import io.cioagent.core.event.AgentListener;
import io.cioagent.core.operation.Hosts;
import io.cioagent.core.operation.Routes;
import io.cioagent.core.webhook.ErrorReason;
import io.cioagent.core.webhook.Webhook;
import io.cioagent.core.webhook.WebhookRules;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Records all reported events in order. */
public class Recorder implements AgentListener {
  public final List<Call> startedCalls = new CopyOnWriteArrayList<>();
  public final List<Call> endedCalls = new CopyOnWriteArrayList<>();
  public final List<Attempt> startedAttempts = new CopyOnWriteArrayList<>();
  public final List<Attempt> endedAttempts = new CopyOnWriteArrayList<>();
  public final List<String> failures = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Call> arriving = new LinkedBlockingQueue<>();

  /** An observer of the built-in hosts that reports to this recorder. */
  public final Observer observer() {
    Hosts hosts = new Hosts(Collections.emptyList());
    return new Observer(hosts, Routes.load(), this, WebhookRules.DEFAULT);
  }

  @Override
  public void started(Call call) {
    startedCalls.add(call);
  }

  @Override
  public void started(Attempt attempt) {
    startedAttempts.add(attempt);
  }

  @Override
  public void ended(Attempt attempt) {
    endedAttempts.add(attempt);
  }

  @Override
  public void ended(Call call) {
    endedCalls.add(call);
    arriving.add(call);
  }

  @Override
  public void left(Call call) {}

  @Override
  public void sent(Call call, String deliveryId) {}

  @Override
  public void failedEarly(ErrorReason reason) {}

  @Override
  public void ended(Webhook webhook) {}

  @Override
  public void run(long deadlineNanos) {}

  @Override
  public void failed(String where, Throwable failure) {
    failures.add(where + ": " + failure);
  }

  /** The next call that ends; waits longer than the observer ever does. */
  public Call awaitEnd() throws InterruptedException {
    Call call = arriving.poll(20, TimeUnit.SECONDS);
    assertThat(call).as("a call that ends").isNotNull();
    return call;
  }

  /** The next call that ends within a moment, or null if none does. */
  public Call pollEnd() throws InterruptedException {
    return arriving.poll(20, TimeUnit.MILLISECONDS);
  }

  /** The one call that has ended so far. */
  public Call onlyCall() {
    assertThat(endedCalls).hasSize(1);
    return endedCalls.get(0);
  }

  /** The one attempt that has ended so far. */
  public Attempt onlyAttempt() {
    assertThat(endedAttempts).hasSize(1);
    return endedAttempts.get(0);
  }
}
