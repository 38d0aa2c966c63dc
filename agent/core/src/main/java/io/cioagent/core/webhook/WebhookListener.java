package io.cioagent.core.webhook;

/**
 * Hears of the reporting webhooks that the application receives. Called on the application's
 * threads, concurrently; must be quick and must not throw.
 */
public interface WebhookListener {

  /** A webhook has failed already, while its receiver is still at it; it ends later, or never. */
  void failedEarly(ErrorReason reason);

  /** A webhook is over. */
  void ended(Webhook webhook);
}
