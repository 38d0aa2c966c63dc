/** Passes what has happened to the metrics, the spans and the operation log. */
package io.cioagent.core.event;
