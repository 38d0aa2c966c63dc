package io.cioagent.core.webhook;

import io.cioagent.core.tracing.ApplicationTraces;
import java.util.ArrayList;
import java.util.List;

/** Records webhooks and the tasks that run when Customer.io's timeout expires. */
final class RecordedWebhooks implements WebhookListener {
  final List<Webhook> webhooks = new ArrayList<>();
  final List<ErrorReason> earlyErrors = new ArrayList<>();
  final List<Runnable> timeouts = new ArrayList<>();
  final ApplicationTraces traces = new ApplicationTraces();
  int cancelledTimeouts;

  Webhooks webhooks(WebhookRules rules) {
    return new Webhooks(
        rules,
        this,
        (task, nanos) -> {
          timeouts.add(task);
          return () -> cancelledTimeouts++;
        },
        traces);
  }

  Webhook only() {
    if (webhooks.size() != 1) {
      throw new AssertionError(webhooks.size() + " webhooks were recorded");
    }
    return webhooks.get(0);
  }

  @Override
  public void failedEarly(ErrorReason reason) {
    earlyErrors.add(reason);
  }

  @Override
  public void ended(Webhook webhook) {
    webhooks.add(webhook);
  }
}
