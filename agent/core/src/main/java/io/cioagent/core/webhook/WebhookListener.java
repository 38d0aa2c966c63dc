package io.cioagent.core.webhook;

/**
 * Receives the reporting webhooks of the application. Called concurrently on the application's
 * threads; must be quick and must not throw.
 */
public interface WebhookListener {

  /** A webhook has failed while its receiver is still running. It ends later or never. */
  void failedEarly(ErrorReason reason);

  /** A webhook has ended. */
  void ended(Webhook webhook);
}
