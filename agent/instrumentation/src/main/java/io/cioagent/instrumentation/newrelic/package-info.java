/**
 * New Relic's Java agent: the span that is current on a thread, by its public API. Nothing is
 * woven.
 */
package io.cioagent.instrumentation.newrelic;
