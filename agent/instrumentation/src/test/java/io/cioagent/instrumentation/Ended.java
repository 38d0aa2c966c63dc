package io.cioagent.instrumentation;

import io.cioagent.core.call.Attempt;
import io.cioagent.core.call.Call;
import io.cioagent.core.event.AgentListener;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.operation.Hosts;
import io.cioagent.core.operation.Routes;
import io.cioagent.core.webhook.ErrorReason;
import io.cioagent.core.webhook.Webhook;
import io.cioagent.core.webhook.WebhookRules;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What has ended and counts. */
public final class Ended implements AgentListener {
  public final List<Call> calls = new CopyOnWriteArrayList<>();
  public final List<Attempt> attempts = new CopyOnWriteArrayList<>();
  public final List<String> failures = new CopyOnWriteArrayList<>();

  public static Observer observer(AgentListener listener) {
    Hosts hosts = new Hosts(Collections.emptyList());
    return new Observer(hosts, Routes.load(hosts), listener, WebhookRules.DEFAULT);
  }

  @Override
  public void started(Call call) {}

  @Override
  public void started(Attempt attempt) {}

  @Override
  public void ended(Attempt attempt) {
    attempts.add(attempt);
  }

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
