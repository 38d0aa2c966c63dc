/**
 * OpenTelemetry's API as the application has it, any 1.x, with an SDK or without. Nothing of it is
 * woven: its own classes tell the current span.
 */
package io.cioagent.instrumentation.opentelemetryapi;
