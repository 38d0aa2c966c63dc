/**
 * Pushes spans, metrics and log records to collectors or to the console. Loaded only where the
 * settings ask for it, because an application that pushes nothing should not pay for it.
 */
package io.cioagent.core.export;
