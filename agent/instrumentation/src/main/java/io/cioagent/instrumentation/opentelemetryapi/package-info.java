/**
 * OpenTelemetry as the application has it: any 1.x of the API, with an SDK or without, and the Java
 * agent. Nothing of it is woven: its own classes return the current span.
 */
package io.cioagent.instrumentation.opentelemetryapi;
