/** Wires metrics, spans, operation log, endpoint and export together. */
package io.cioagent.core.telemetry;
