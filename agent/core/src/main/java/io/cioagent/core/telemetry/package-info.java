/**
 * Turns finished calls into OpenTelemetry metrics and spans and serves them: the SDK, the names and
 * the embedded endpoint. Knows nothing of how the facts were found.
 */
package io.cioagent.core.telemetry;
