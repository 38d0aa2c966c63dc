package io.cioagent.core.event;

import io.cioagent.core.call.Attempt;
import io.cioagent.core.call.Call;
import io.cioagent.core.webhook.ErrorReason;
import io.cioagent.core.webhook.SentMessages;
import io.cioagent.core.webhook.Webhook;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * Receives what has ended, each with a context that holds its span. Metrics and the operation log
 * are sinks; none knows another. Called on the application's threads, concurrently; must be quick.
 */
public interface EventSink {
  /** A client method has returned, and its call goes on. */
  default void left(Call call) {}

  /** An exchange on the wire is over. */
  default void ended(Attempt attempt, Context span) {}

  /** A call is over. */
  default void ended(Call call, Context span) {}

  /** A webhook has failed while its receiver still works on it. */
  default void failedEarly(ErrorReason reason) {}

  /**
   * A webhook is over.
   *
   * @param send the send that it reports on, null where unknown
   */
  default void ended(Webhook webhook, SentMessages.@Nullable Sent send, Context span) {}

  /**
   * The agent's own code failed.
   *
   * @param where the place in the agent, one of a few fixed names
   */
  default void failed(String where) {}

  /** Writes what is held back; {@code deadlineNanos} is a {@link System#nanoTime()}. */
  default void flush(long deadlineNanos) {}
}
