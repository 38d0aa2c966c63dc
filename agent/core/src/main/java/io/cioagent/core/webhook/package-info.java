/**
 * Knows Customer.io's reporting webhooks: which request is one, what its event says, whether it was
 * seen before. Knows no receiver; the instrumentation brings the bytes as the application reads.
 */
package io.cioagent.core.webhook;
