package io.cioagent.core.event;

import io.cioagent.core.call.Attempt;
import io.cioagent.core.call.Call;
import io.cioagent.core.privacy.MaskedThrowable;
import io.cioagent.core.tracing.TraceParent;
import io.cioagent.core.webhook.ErrorReason;
import io.cioagent.core.webhook.SentMessages;
import io.cioagent.core.webhook.Webhook;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes each event to the spans first, and then with its span to all sinks. */
public final class EventFanOut implements AgentListener {
  private static final Logger LOGGER = LoggerFactory.getLogger(EventFanOut.class);

  private final SpanSource spans;
  private final EventSink[] sinks;
  private final SentMessages sentMessages = new SentMessages();
  private final Set<String> warnedOf = ConcurrentHashMap.newKeySet();

  /**
   * @param sinks receive each event in this order
   */
  public EventFanOut(SpanSource spans, List<EventSink> sinks) {
    this.spans = spans;
    this.sinks = sinks.toArray(new EventSink[0]);
  }

  @Override
  public void started(Call call) {
    spans.started(call);
  }

  @Override
  public void started(Attempt attempt) {
    spans.started(attempt);
  }

  @Override
  public void left(Call call) {
    for (EventSink sink : sinks) {
      sink.left(call);
    }
  }

  @Override
  public void ended(Attempt attempt) {
    Context span = spans.ended(attempt);
    for (EventSink sink : sinks) {
      sink.ended(attempt, span);
    }
  }

  @Override
  public void ended(Call call) {
    Context span = spans.ended(call);
    for (EventSink sink : sinks) {
      sink.ended(call, span);
    }
  }

  @Override
  public void sent(Call call, String deliveryId) {
    sentMessages.add(deliveryId, spans.sent(call, deliveryId));
  }

  @Override
  public @Nullable TraceParent spanOf(Call call) {
    return spans.idsOf(call);
  }

  @Override
  public void failedEarly(ErrorReason reason) {
    for (EventSink sink : sinks) {
      sink.failedEarly(reason);
    }
  }

  @Override
  public void ended(Webhook webhook) {
    SentMessages.Sent send =
        webhook.event() == null ? null : sentMessages.find(webhook.event().deliveryId());
    Context span = spans.ended(webhook, send);
    for (EventSink sink : sinks) {
      sink.ended(webhook, send, span);
    }
  }

  @Override
  public void failed(String where, Throwable failure) {
    for (EventSink sink : sinks) {
      sink.failed(where);
    }
    if (warnedOf.add(where)) {
      // As text: the exception may quote what the application passed.
      LOGGER.warn(
          "The agent failed in {}. The application is not affected, but some of its calls are not"
              + " observed. Further failures are only counted in customerio_agent_errors_total."
              + " Please report: {}",
          where,
          MaskedThrowable.stackTrace(failure));
    }
  }

  @Override
  public void run(long deadlineNanos) {
    for (EventSink sink : sinks) {
      sink.flush(deadlineNanos);
    }
  }
}
