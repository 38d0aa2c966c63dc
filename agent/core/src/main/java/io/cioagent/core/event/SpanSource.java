package io.cioagent.core.event;

import io.cioagent.core.call.Attempt;
import io.cioagent.core.call.Call;
import io.cioagent.core.tracing.TraceParent;
import io.cioagent.core.webhook.SentMessages;
import io.cioagent.core.webhook.Webhook;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** Begins and ends the span of each event. The returned contexts hold the span. */
public interface SpanSource {
  void started(Call call);

  void started(Attempt attempt);

  Context ended(Attempt attempt);

  Context ended(Call call);

  /** {@code send} is null where unknown. */
  Context ended(Webhook webhook, SentMessages.@Nullable Sent send);

  /** The send of a message: what webhooks about it are joined with. */
  SentMessages.Sent sent(Call call, String deliveryId);

  /** The ids of the call's own span, null where spans are off. */
  @Nullable TraceParent idsOf(Call call);
}
