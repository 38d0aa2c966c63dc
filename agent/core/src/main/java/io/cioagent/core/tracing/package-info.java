/**
 * The trace that the application is in by itself, so that what the agent observes hangs in it.
 * Adapters of tracers bring what they know; nobody here knows a tracer.
 */
package io.cioagent.core.tracing;
