package io.cioagent.core.webhook;

import io.cioagent.core.tracing.ApplicationTraces;
import java.util.ArrayList;
import java.util.List;

/** Hears of webhooks, and decides when Customer.io's patience is over. */
final class Told implements WebhookListener {
  final List<Webhook> webhooks = new ArrayList<>();
  final List<ErrorReason> early = new ArrayList<>();
  final List<Runnable> patience = new ArrayList<>();
  final ApplicationTraces traces = new ApplicationTraces();
  int calledOff;

  Webhooks webhooks(WebhookRules rules) {
    return new Webhooks(
        rules,
        this,
        (task, nanos) -> {
          patience.add(task);
          return () -> calledOff++;
        },
        traces);
  }

  Webhook only() {
    if (webhooks.size() != 1) {
      throw new AssertionError(webhooks.size() + " webhooks were told");
    }
    return webhooks.get(0);
  }

  @Override
  public void failedEarly(ErrorReason reason) {
    early.add(reason);
  }

  @Override
  public void ended(Webhook webhook) {
    webhooks.add(webhook);
  }
}
