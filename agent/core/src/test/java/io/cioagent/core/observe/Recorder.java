package io.cioagent.core.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.webhook.ErrorReason;
import io.cioagent.core.webhook.Webhook;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Hears everything and keeps it in the order it came. */
class Recorder implements CallListener {
  final List<Call> begunCalls = new CopyOnWriteArrayList<>();
  final List<Call> endedCalls = new CopyOnWriteArrayList<>();
  final List<Attempt> begunAttempts = new CopyOnWriteArrayList<>();
  final List<Attempt> endedAttempts = new CopyOnWriteArrayList<>();
  final List<String> failures = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Call> arriving = new LinkedBlockingQueue<>();

  @Override
  public void started(Call call) {
    begunCalls.add(call);
  }

  @Override
  public void started(Attempt attempt) {
    begunAttempts.add(attempt);
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
  public void failed(String where, Throwable failure) {
    failures.add(where + ": " + failure.getMessage());
  }

  /** The next call that ends, which takes no longer than the longest wait of the observer. */
  Call awaitEnd() throws InterruptedException {
    Call call = arriving.poll(20, TimeUnit.SECONDS);
    assertThat(call).as("a call that ends").isNotNull();
    return call;
  }

  /** The next call that ends within a moment, null where none does. */
  Call pollEnd() throws InterruptedException {
    return arriving.poll(20, TimeUnit.MILLISECONDS);
  }

  /** The one call that has ended so far. */
  Call onlyCall() {
    assertThat(endedCalls).hasSize(1);
    return endedCalls.get(0);
  }

  /** The one attempt that has ended so far. */
  Attempt onlyAttempt() {
    assertThat(endedAttempts).hasSize(1);
    return endedAttempts.get(0);
  }
}
