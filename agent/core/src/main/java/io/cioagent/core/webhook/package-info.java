/**
 * Customer.io's reporting webhooks: recognizes them, reads and verifies their events, and detects
 * repeated ones. Independent of the HTTP server: the instrumentation passes on the bytes that the
 * application reads.
 */
package io.cioagent.core.webhook;
