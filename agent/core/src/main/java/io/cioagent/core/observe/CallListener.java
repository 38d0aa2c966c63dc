package io.cioagent.core.observe;

import io.cioagent.core.tracing.TraceParent;
import io.cioagent.core.webhook.WebhookListener;

/**
 * Hears what the application asked of Customer.io and what became of it. Called on the
 * application's threads, concurrently; must be quick and must not throw.
 */
public interface CallListener extends WebhookListener {

  /** A call begins; it may still turn out not to count and then is never heard of again. */
  void started(Call call);

  /** An exchange on the wire begins. */
  void started(Attempt attempt);

  /**
   * The client method that began a call has returned, the call goes on. The last moment at which
   * its data are surely as they were passed, and its thread that of the application.
   */
  void left(Call call);

  /** An exchange on the wire is over; its outcome is final. */
  void ended(Attempt attempt);

  /** A call that counts is over; its outcome is final. */
  void ended(Call call);

  /**
   * The application has read what the service calls the message that it asked for.
   *
   * @param call what asked for it, which may be over
   */
  void sent(Call call, String deliveryId);

  /**
   * The JVM ends: what is still held back is written and pushed now.
   *
   * @param deadlineNanos {@link System#nanoTime()} from which on nothing is waited for
   */
  default void ending(long deadlineNanos) {}

  /** The ids of the call's own span, null where it has none. */
  default TraceParent spanOf(Call call) {
    return null;
  }

  /**
   * The agent's own code failed and the application was kept from noticing.
   *
   * @param where the place in the agent, one of a few fixed names
   */
  void failed(String where, Throwable failure);
}
