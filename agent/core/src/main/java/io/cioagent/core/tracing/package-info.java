/**
 * The application's own traces, which the agent's spans join. Adapters of the instrumentation
 * supply the current span; this package depends on no tracer.
 */
package io.cioagent.core.tracing;
