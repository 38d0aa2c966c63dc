/**
 * Exports spans, metrics and log records to collectors or to the console. Loaded only if the
 * settings enable an exporter, so that other applications do not pay for it.
 */
package io.cioagent.core.export;
