package io.cioagent.core.webhook;

/**
 * Hears of the reporting webhooks that the application receives. Called on the application's
 * threads, concurrently; must be quick and must not throw.
 */
public interface WebhookListener {}
