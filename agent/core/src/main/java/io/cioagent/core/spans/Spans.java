package io.cioagent.core.spans;

import io.cioagent.core.call.Attempt;
import io.cioagent.core.call.Call;
import io.cioagent.core.event.SpanSource;
import io.cioagent.core.privacy.DataRules;
import io.cioagent.core.privacy.MaskedText;
import io.cioagent.core.privacy.UserIds;
import io.cioagent.core.tracing.TraceParent;
import io.cioagent.core.webhook.SentMessages;
import io.cioagent.core.webhook.Webhook;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** All spans of the agent, in one sink. */
public final class Spans implements SpanSource {
  private final CallSpans calls;
  private final WebhookSpans webhooks;

  public Spans(SpanSink sink, UserIds userIds, DataRules rules) {
    calls = new CallSpans(sink, userIds, rules);
    webhooks = new WebhookSpans(sink, rules);
  }

  @Override
  public void started(Call call) {
    calls.of(call);
  }

  @Override
  public void started(Attempt attempt) {
    calls.of(attempt);
  }

  @Override
  public Context ended(Attempt attempt) {
    return calls.end(attempt);
  }

  @Override
  public Context ended(Call call) {
    return calls.end(call);
  }

  @Override
  public Context ended(Webhook webhook, SentMessages.@Nullable Sent send) {
    return webhooks.end(webhook, send);
  }

  @Override
  public SentMessages.Sent sent(Call call, String deliveryId) {
    OpenSpan span = calls.of(call);
    span.setAttribute(WebhookSpans.DELIVERY_ID, MaskedText.of(deliveryId));
    return WebhookSpans.sent(
        call.startEpochMillis(), Span.fromContext(span.context()).getSpanContext());
  }

  @Override
  public @Nullable TraceParent idsOf(Call call) {
    return calls.idsOf(call);
  }
}
