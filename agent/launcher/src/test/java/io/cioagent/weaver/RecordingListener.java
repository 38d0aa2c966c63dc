package io.cioagent.weaver;

import io.cioagent.core.call.Attempt;
import io.cioagent.core.call.Call;
import io.cioagent.core.event.AgentListener;
import io.cioagent.core.webhook.ErrorReason;
import io.cioagent.core.webhook.Webhook;
import java.util.ArrayList;
import java.util.List;

/** Keeps what the observer tells. */
final class RecordingListener implements AgentListener {
  final List<Call> calls = new ArrayList<>();
  final List<String> failures = new ArrayList<>();

  @Override
  public void started(Call call) {}

  @Override
  public void started(Attempt attempt) {}

  @Override
  public void ended(Attempt attempt) {}

  @Override
  public void ended(Call call) {
    calls.add(call);
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
}
